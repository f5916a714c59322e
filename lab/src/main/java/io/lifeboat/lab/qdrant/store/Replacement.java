package io.lifeboat.lab.qdrant.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.segment.Segment;
import io.lifeboat.lab.qdrant.segment.SegmentFiles;
import io.lifeboat.lab.qdrant.segment.Segments;
import io.lifeboat.lab.qdrant.segment.Wal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts other files in the place of a shard's, as Qdrant does: the old ones go before the new ones have proved readable, and
 * while it lasts the shard is gone and flagged, so that whatever dies in between leaves it dirty (facts, 0.1).
 */
public final class Replacement {
    private final Collection collection;
    private final Shard shard;
    private final Runnable whileGone;

    /** @param whileGone runs while the shard is neither the old one nor the new */
    public Replacement(Collection collection, Shard shard, Runnable whileGone) {
        this.collection = collection;
        this.shard = shard;
        this.whileGone = whileGone;
    }

    private interface Merge {
        Loaded run() throws IOException;
    }

    private record Loaded(Segments segments, List<Change> tail) {}

    /** @param unpacked a directory with {@code segments} and {@code wal} */
    public void whole(Path unpacked) throws IOException {
        replace(() -> {
            Directories.delete(shard.directory());
            Files.createDirectories(shard.directory());
            Files.move(unpacked.resolve("segments"), shard.segmentsDirectory());
            Files.move(unpacked.resolve("wal"), shard.directory().resolve("wal"));
            List<Segment> segments = Segments.load(shard.segmentsDirectory());
            List<Change> tail = tail(shard.directory().resolve("wal"));
            Directories.delete(shard.directory().resolve("wal"));
            return new Loaded(Segments.of(segments), tail);
        });
    }

    /** Entries of a real Qdrant are operations, which mean nothing here: its segments have to suffice. */
    private static List<Change> tail(Path wal) throws IOException {
        List<Change> changes = new ArrayList<>();
        for (byte[] entry : Wal.read(wal)) {
            if (entry[0] == '{') {
                changes.add(Change.decode(entry));
            }
        }
        return changes;
    }

    /**
     * Takes the files that came for the segments in {@code manifests}, keeps the others of these, and drops all other
     * segments. What was written here since {@link #base()} is lost.
     */
    public void partial(Path segments, Map<String, JsonNode> manifests, Map<String, Long> base) throws IOException {
        Map<String, Segment> kept = new TreeMap<>();
        shard.segments().list().stream()
                .filter(segment -> Long.valueOf(segment.version())
                        .equals(base.get(segment.id().toString())))
                .forEach(segment -> kept.put(segment.id().toString(), segment));
        replace(() -> {
            List<Segment> merged = new ArrayList<>();
            for (Path old : Directories.list(shard.segmentsDirectory())) {
                if (!manifests.containsKey(old.getFileName().toString())) {
                    Directories.delete(old);
                }
            }
            for (Map.Entry<String, JsonNode> one : manifests.entrySet()) {
                Path target = shard.segmentsDirectory().resolve(one.getKey());
                long version = one.getValue().path("segment_version").asLong();
                SegmentFiles.merge(segments.resolve(one.getKey()), target, one.getValue());
                Segment same = kept.get(one.getKey());
                if (same != null && version > 0 && same.version() == version) {
                    merged.add(same);
                } else {
                    SegmentFiles.load(target).ifPresent(merged::add);
                }
            }
            return new Loaded(Segments.of(merged), List.of());
        });
        shard.partial().recovered(Instant.now());
    }

    /** Brings the files up to date, and tells the version of each segment as it is on disk now. */
    public Map<String, Long> base() throws IOException {
        return collection.alone(() -> {
            Map<String, Long> versions = new TreeMap<>();
            if (shard.state() instanceof ShardState.Local) {
                shard.flush(collection.shape());
                shard.segments()
                        .list()
                        .forEach(segment -> versions.put(segment.id().toString(), segment.version()));
            }
            return versions;
        });
    }

    private void replace(Merge merge) throws IOException {
        collection.alone(() -> {
            shard.become(new ShardState.Replaced());
            shard.close();
            Files.createDirectories(shard.directory());
            return Files.writeString(shard.flag(), "");
        });
        try {
            whileGone.run();
            Loaded loaded = merge.run();
            collection.alone(() -> {
                shard.install(loaded.segments, loaded.tail, collection.shape());
                return Files.deleteIfExists(shard.flag());
            });
            registerIndexes();
        } catch (QdrantError | IOException failed) {
            shard.become(new ShardState.Dummy("Failed to restore local replica"));
            throw failed;
        }
    }

    private void registerIndexes() throws IOException {
        Map<String, JsonNode> indexes = new TreeMap<>();
        for (Path segment : Directories.list(shard.segmentsDirectory())) {
            indexes.putAll(SegmentFiles.indexes(segment));
        }
        indexes.putAll(collection.indexes());
        collection.register(indexes);
    }
}
