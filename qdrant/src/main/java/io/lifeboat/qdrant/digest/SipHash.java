package io.lifeboat.qdrant.digest;

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012). With the zero key it is what Qdrant 1.19 slices points by, over the same
 * bytes, promised stable across its versions; so our buckets can be compared with its slices.
 */
final class SipHash {
    private static final SipHash ZERO_KEY = new SipHash(0, 0);

    private final long key0;
    private final long key1;

    SipHash(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    static SipHash zeroKey() {
        return ZERO_KEY;
    }

    long hash(byte[] data) {
        State state = new State(key0, key1);
        int whole = data.length & ~7;
        for (int at = 0; at < whole; at += Long.BYTES) {
            state.absorb(littleEndian(data, at, Long.BYTES));
        }
        long last = littleEndian(data, whole, data.length - whole) | ((long) data.length << 56);
        state.absorb(last);
        return state.finish();
    }

    private static long littleEndian(byte[] data, int from, int count) {
        long word = 0;
        for (int i = 0; i < count; i++) {
            word |= (data[from + i] & 0xffL) << (8 * i);
        }
        return word;
    }

    private static final class State {
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        State(long key0, long key1) {
            v0 = key0 ^ 0x736f6d6570736575L;
            v1 = key1 ^ 0x646f72616e646f6dL;
            v2 = key0 ^ 0x6c7967656e657261L;
            v3 = key1 ^ 0x7465646279746573L;
        }

        void absorb(long word) {
            v3 ^= word;
            round();
            round();
            v0 ^= word;
        }

        long finish() {
            v2 ^= 0xff;
            for (int i = 0; i < 4; i++) {
                round();
            }
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void round() {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
