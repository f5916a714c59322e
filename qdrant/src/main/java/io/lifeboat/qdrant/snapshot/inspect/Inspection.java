package io.lifeboat.qdrant.snapshot.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is in a snapshot file.
 *
 * @param name of the file, or of the collection within a storage
 * @param bytes read
 * @param sha256 of them, 64 lower-case hex digits
 * @param config of a collection, as Qdrant keeps it
 * @param payloadIndex field to schema
 * @param collections of a storage
 * @param aliases of a storage: alias to collection
 */
public record Inspection(
        String name,
        SnapshotKind kind,
        long bytes,
        String sha256,
        Optional<JsonNode> config,
        Map<String, JsonNode> payloadIndex,
        List<ShardPart> shards,
        List<Inspection> collections,
        Map<String, String> aliases,
        List<Finding> findings) {

    /** What to think of it. */
    public enum Verdict {
        SOUND,
        SUSPICIOUS,
        DAMAGED
    }

    public Inspection {
        payloadIndex = Map.copyOf(payloadIndex);
        shards = List.copyOf(shards);
        collections = List.copyOf(collections);
        aliases = Map.copyOf(aliases);
        findings = List.copyOf(findings);
    }

    /** By the worst finding here and in the collections. Sound means: nothing is wrong that can be seen without a server. */
    public Verdict verdict() {
        if (has(Finding.Severity.DAMAGED)) {
            return Verdict.DAMAGED;
        }
        return has(Finding.Severity.SUSPICIOUS) ? Verdict.SUSPICIOUS : Verdict.SOUND;
    }

    private boolean has(Finding.Severity severity) {
        return findings.stream().anyMatch(finding -> finding.severity() == severity)
                || collections.stream().anyMatch(collection -> collection.has(severity));
    }

    /**
     * Ids in all segments, deleted ones not counted. What the write-ahead log adds comes on top, and a point that was moved while
     * the snapshot was made counts twice: compare it as a bound. Absent where an id tracker could not be read.
     */
    public OptionalLong points() {
        boolean known = shards.stream().allMatch(shard -> shard.points().isPresent());
        return known && !shards.isEmpty()
                ? OptionalLong.of(shards.stream()
                        .mapToLong(shard -> shard.points().orElse(0))
                        .sum())
                : OptionalLong.empty();
    }

    /** Entries of write-ahead logs. */
    public long walEntries() {
        return shards.stream().mapToLong(shard -> shard.wal().entries()).sum();
    }
}
