package io.lifeboat.qdrant.digest;

import io.lifeboat.qdrant.point.PointId;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Gathers points, in any order, into a digest. Not thread-safe: merge the digests of several. */
final class DigestAccumulator {
    static final int WORDS = 4;

    private final DigestLevel level;
    private final MessageDigest sha256 = sha256();
    private final long[] sums = new long[Buckets.COUNT * WORDS];
    private final long[] counts = new long[Buckets.COUNT];

    DigestAccumulator(DigestLevel level) {
        this.level = level;
    }

    /** The two parts may be empty, and are separated by their lengths. */
    void add(PointId id, ByteSink payload, ByteSink vectors) {
        byte[] idBytes = id.bytes();
        sha256.update((byte) idBytes.length);
        sha256.update(idBytes);
        update(payload);
        update(vectors);
        int bucket = Buckets.of(id);
        counts[bucket]++;
        addTo(bucket, ByteBuffer.wrap(sha256.digest()).order(ByteOrder.LITTLE_ENDIAN));
    }

    private void update(ByteSink part) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.size()));
        part.update(sha256);
    }

    private void addTo(int bucket, ByteBuffer hash) {
        addWords(sums, bucket * WORDS, new long[] {hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong()}, 0);
    }

    /** Adds one number of 256 bits to another, modulo 2^256; least significant word first. */
    static void addWords(long[] to, int at, long[] from, int fromAt) {
        long carry = 0;
        for (int i = 0; i < WORDS; i++) {
            long sum = to[at + i] + from[fromAt + i];
            long withCarry = sum + carry;
            boolean over = Long.compareUnsigned(sum, to[at + i]) < 0 || Long.compareUnsigned(withCarry, sum) < 0;
            to[at + i] = withCarry;
            carry = over ? 1 : 0;
        }
    }

    ContentDigest digest() {
        return new ContentDigest(level, sums.clone(), counts.clone());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
