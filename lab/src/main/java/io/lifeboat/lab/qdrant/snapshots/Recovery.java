package io.lifeboat.lab.qdrant.snapshots;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.store.Collection;
import io.lifeboat.lab.qdrant.store.CollectionFile;
import io.lifeboat.lab.qdrant.store.Directories;
import io.lifeboat.lab.qdrant.store.Replacement;
import io.lifeboat.lab.qdrant.store.Shard;
import io.lifeboat.lab.qdrant.store.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Restores snapshots. What can be refused is refused before anything is touched; a segment that turns out bad after that
 * leaves a dummy shard behind, as in Qdrant (facts, 0.1).
 */
final class Recovery {
    private final Storage storage;
    private final SnapshotFaults faults;

    Recovery(Storage storage, SnapshotFaults faults) {
        this.storage = storage;
        this.faults = faults;
    }

    private interface Use {
        void run(Path unpacked) throws IOException;
    }

    private void unpacked(String kind, Path snapshot, Use use) throws IOException {
        Path unpacked = storage.temporary()
                .resolve(kind + "-recovery-" + UUID.randomUUID().toString().substring(0, 6))
                .toAbsolutePath();
        try {
            TarReader.unpack(snapshot, unpacked);
            use.run(unpacked);
        } finally {
            Directories.delete(unpacked);
        }
    }

    /** @param name of a collection, an alias of one, or one to be created */
    void collection(String name, Path snapshot) throws IOException {
        String target = storage.resolve(name);
        faults.mustHaveRoom(target);
        unpacked("col-" + target, snapshot, directory -> {
            CollectionFile.Content content = SnapshotArchive.readContent(directory);
            for (int number = 0; number < content.config().shardNumber(); number++) {
                Unpacked shard = shard(directory, number);
                if (!shard.isLocal()) {
                    throw QdrantError.internal(
                            "Can't restore snapshot in local mode with missing data at shard: " + shard.directory());
                }
                shard.unpackSegments();
            }
            Collection collection = prepare(target, content);
            for (Shard shard : collection.shards()) {
                restore(collection, shard, shard(directory, shard.number()));
            }
            Map<String, JsonNode> indexes = new TreeMap<>(content.indexes());
            indexes.putAll(collection.indexes());
            collection.register(indexes);
        });
    }

    private static Unpacked shard(Path directory, int number) {
        return new Unpacked(directory.resolve(Integer.toString(number)));
    }

    private void restore(Collection collection, Shard shard, Unpacked from) throws IOException {
        if (!from.hasData()) {
            throw QdrantError.wrongInput("Replica " + storage.peer() + " of shard " + shard.number()
                    + " has state Some(Active), but expected Some(ManualRecovery)");
        }
        replacement(collection, shard).whole(from.directory());
    }

    private Replacement replacement(Collection collection, Shard shard) {
        return new Replacement(collection, shard, () -> faults.whileApplying(collection.name()));
    }

    private Collection prepare(String target, CollectionFile.Content content) throws IOException {
        Optional<Collection> existing = storage.find(target);
        if (existing.isEmpty()) {
            return storage.create(target, content);
        }
        mustFit(existing.get(), content);
        return existing.get();
    }

    private static void mustFit(Collection existing, CollectionFile.Content content) {
        JsonNode mine = existing.config().vectors();
        JsonNode theirs = content.config().vectors();
        String refusal = "Snapshot is not compatible with existing collection: ";
        if (!mine.equals(theirs)) {
            throw QdrantError.wrongInput(refusal + "Collection vectors: " + RustDebug.vectors(mine)
                    + " Snapshot Vectors: " + RustDebug.vectors(theirs));
        }
        if (existing.config().shardNumber() != content.config().shardNumber()) {
            throw QdrantError.wrongInput(refusal + "Collection shard number: "
                    + existing.config().shardNumber() + " Snapshot shard number: "
                    + content.config().shardNumber());
        }
    }

    /** No check of vectors: a shard takes whatever comes, as in Qdrant (facts, 0.19). */
    void shard(Collection collection, Shard shard, Path snapshot) throws IOException {
        faults.mustHaveRoom(collection.name());
        unpacked("shard-" + shard.number(), snapshot, directory -> {
            Unpacked from = new Unpacked(directory);
            from.unpackSegments();
            if (!from.manifests().isEmpty()) {
                throw QdrantError.badRequest("invalid shard snapshot: segment "
                        + from.manifests().keySet().iterator().next() + " contains segment manifest; "
                        + "ensure you are not recovering partial snapshot on shard snapshot endpoint");
            }
            restore(collection, shard, from);
        });
    }

    /** @param base the versions of the segments that the snapshot builds upon */
    void partial(Collection collection, Shard shard, Path snapshot, Map<String, Long> base) throws IOException {
        faults.mustHaveRoom(collection.name());
        unpacked("partial-" + shard.number(), snapshot, directory -> {
            Unpacked from = new Unpacked(directory);
            from.unpackSegments();
            Map<String, JsonNode> manifests = from.manifests();
            for (Path segment : Directories.list(from.segments())) {
                if (!manifests.containsKey(segment.getFileName().toString())) {
                    throw QdrantError.badRequest("invalid partial snapshot: segment " + segment.getFileName()
                            + " does not contain segment manifest; "
                            + "ensure you are not recovering shard snapshot on partial snapshot endpoint");
                }
            }
            replacement(collection, shard).partial(from.segments(), manifests, base);
        });
    }

    /** Brings the shard's files up to date and tells the versions of its segments. */
    Map<String, Long> base(Collection collection, Shard shard) throws IOException {
        return replacement(collection, shard).base();
    }
}
