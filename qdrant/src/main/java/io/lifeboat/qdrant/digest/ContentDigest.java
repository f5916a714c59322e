package io.lifeboat.qdrant.digest;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a collection holds, independent of the order it was read in: for each of {@link Buckets#COUNT} buckets the sum
 * modulo 2^256 of its points' SHA-256, and their number. Immutable; some 40 kB.
 *
 * <p>It tells accidents apart, not an adversary, who can find points whose hashes sum up alike. A scroll is no reading
 * at one moment: writes during it show as differences.
 */
public final class ContentDigest {
    private final DigestLevel level;
    private final long[] sums;
    private final long[] counts;

    ContentDigest(DigestLevel level, long[] sums, long[] counts) {
        this.level = level;
        this.sums = sums;
        this.counts = counts;
    }

    /** The digest of no points. */
    public static ContentDigest empty(DigestLevel level) {
        return new DigestAccumulator(level).digest();
    }

    public DigestLevel level() {
        return level;
    }

    public long count() {
        return Arrays.stream(counts).sum();
    }

    /** The digest of both together, read apart (as shard by shard). No point may be in both. */
    public ContentDigest merge(ContentDigest other) {
        requireSameLevel(other.level);
        long[] mergedSums = sums.clone();
        long[] mergedCounts = counts.clone();
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            int at = bucket * DigestAccumulator.WORDS;
            DigestAccumulator.addWords(mergedSums, at, other.sums, at);
            mergedCounts[bucket] += other.counts[bucket];
        }
        return new ContentDigest(level, mergedSums, mergedCounts);
    }

    /** The buckets that differ, ascending. */
    public List<Integer> diff(ContentDigest other) {
        requireSameLevel(other.level);
        return IntStream.range(0, Buckets.COUNT)
                .filter(bucket -> !Arrays.equals(bucketBytes(bucket), other.bucketBytes(bucket)))
                .boxed()
                .toList();
    }

    /** Small enough for an event: some 11 kB as JSON. */
    public DigestSummary summary() {
        MessageDigest root = DigestAccumulator.sha256();
        root.update(level.mark());
        ByteBuffer marks = ByteBuffer.allocate(Buckets.COUNT * DigestSummary.MARK_BYTES);
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            byte[] content = bucketBytes(bucket);
            root.update(content);
            marks.put(DigestAccumulator.sha256().digest(content), 0, DigestSummary.MARK_BYTES);
        }
        return DigestSummary.of(level, count(), HexFormat.of().formatHex(root.digest()), marks.array());
    }

    private byte[] bucketBytes(int bucket) {
        ByteBuffer bytes = ByteBuffer.allocate((1 + DigestAccumulator.WORDS) * Long.BYTES);
        bytes.putLong(counts[bucket]);
        for (int word = 0; word < DigestAccumulator.WORDS; word++) {
            bytes.putLong(sums[bucket * DigestAccumulator.WORDS + word]);
        }
        return bytes.array();
    }

    private void requireSameLevel(DigestLevel other) {
        if (level != other) {
            throw new IllegalArgumentException("digest: expected one of level " + level + ", found " + other);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentDigest digest
                && level == digest.level
                && Arrays.equals(sums, digest.sums)
                && Arrays.equals(counts, digest.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(sums) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "digest of the " + level + " of " + count() + " points";
    }
}
