package io.lifeboat.qdrant.digest;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A digest in the form that events carry; as JSON by its components.
 *
 * @param count points
 * @param root SHA-256 over all buckets, 64 hex digits: equal roots, equal content
 * @param marks the first 8 bytes of each bucket's SHA-256, in Base64: they say which buckets differ
 */
public record DigestSummary(DigestLevel level, long count, String root, String marks) {
    static final int MARK_BYTES = 8;

    public DigestSummary {
        if (count < 0) {
            throw new IllegalArgumentException("count: expected 0 or more, found " + count);
        }
        if (!root.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("root: expected 64 lower-case hex digits, found \"" + root + "\"");
        }
        int bytes = Base64.getDecoder().decode(marks).length;
        if (bytes != Buckets.COUNT * MARK_BYTES) {
            throw new IllegalArgumentException(
                    "marks: expected " + Buckets.COUNT * MARK_BYTES + " bytes in Base64, found " + bytes);
        }
    }

    static DigestSummary of(DigestLevel level, long count, String root, byte[] marks) {
        return new DigestSummary(level, count, root, Base64.getEncoder().encodeToString(marks));
    }

    /** Whether both stand for the same content, as far as their level goes. */
    public boolean sameContent(DigestSummary other) {
        requireSameLevel(other);
        return count == other.count && root.equals(other.root);
    }

    /** The buckets that differ, ascending; empty if and only if the content is the same. */
    public List<Integer> differingBuckets(DigestSummary other) {
        requireSameLevel(other);
        byte[] mine = Base64.getDecoder().decode(marks);
        byte[] theirs = Base64.getDecoder().decode(other.marks);
        return IntStream.range(0, Buckets.COUNT)
                .filter(bucket -> differ(mine, theirs, bucket * MARK_BYTES))
                .boxed()
                .toList();
    }

    private static boolean differ(byte[] mine, byte[] theirs, int at) {
        return !Arrays.equals(mine, at, at + MARK_BYTES, theirs, at, at + MARK_BYTES);
    }

    private void requireSameLevel(DigestSummary other) {
        if (level != other.level) {
            throw new IllegalArgumentException("digest: expected one of level " + level + ", found " + other.level);
        }
    }
}
