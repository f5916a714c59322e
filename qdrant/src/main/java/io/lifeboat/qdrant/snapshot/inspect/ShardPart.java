package io.lifeboat.qdrant.snapshot.inspect;

import java.util.List;
import java.util.OptionalLong;

/**
 * A shard.
 *
 * @param number of its folder; 0 in a snapshot of one shard, which does not tell it
 * @param isLocal whether the node that made the snapshot had its data
 */
public record ShardPart(long number, boolean isLocal, List<SegmentPart> segments, WalPart wal) {
    public ShardPart {
        segments = List.copyOf(segments);
    }

    /** Absent where an id tracker could not be read. A point that was moved while the snapshot was made counts twice. */
    public OptionalLong points() {
        return segments.stream().allMatch(segment -> segment.points().isPresent())
                ? OptionalLong.of(segments.stream()
                        .mapToLong(segment -> segment.points().orElse(0))
                        .sum())
                : OptionalLong.empty();
    }
}
