package io.lifeboat.lab.qdrant.snapshots;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.store.Collection;
import io.lifeboat.lab.qdrant.store.CollectionFile;
import io.lifeboat.lab.qdrant.store.Directories;
import io.lifeboat.lab.qdrant.store.ShardState;
import io.lifeboat.lab.qdrant.store.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Restores a snapshot into a collection. What can be refused is refused before anything is touched; a segment that turns
 * out bad after that leaves a dummy shard behind, as in Qdrant (facts, 0.1).
 */
final class Recovery {
    private final Storage storage;

    Recovery(Storage storage) {
        this.storage = storage;
    }

    /** @param name of a collection, an alias of one, or one to be created */
    void recover(String name, Path snapshot) throws IOException {
        String target = storage.resolve(name);
        Path unpacked = storage.temporary()
                .resolve("col-" + target + "-recovery-"
                        + UUID.randomUUID().toString().substring(0, 6))
                .toAbsolutePath();
        try {
            TarReader.unpack(snapshot, unpacked);
            CollectionFile.Content content = SnapshotArchive.readContent(unpacked);
            restore(prepare(target, content), unpacked);
        } finally {
            Directories.delete(unpacked);
        }
    }

    private Collection prepare(String target, CollectionFile.Content content) throws IOException {
        Optional<Collection> existing = storage.find(target);
        if (existing.isEmpty()) {
            return storage.create(target, content);
        }
        mustFit(existing.get(), content);
        Map<String, JsonNode> indexes = new TreeMap<>(content.indexes());
        indexes.putAll(existing.get().indexes());
        existing.get().reindex(indexes);
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

    private static void restore(Collection collection, Path unpacked) throws IOException {
        try {
            collection.restore(SnapshotArchive.readPoints(unpacked));
        } catch (QdrantError badSegment) {
            collection.become(new ShardState.Dummy("Failed to restore local replica"));
            throw badSegment;
        }
    }
}
