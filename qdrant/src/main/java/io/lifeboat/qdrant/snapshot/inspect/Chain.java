package io.lifeboat.qdrant.snapshot.inspect;

/**
 * A CRC-32C that starts from the sum before it, as the write-ahead log chains them: {@code crc32c_append(!crc.reverse_bits(), data)}. The
 * JDK's own CRC32C cannot be given a start.
 */
final class Chain {
    private static final int POLYNOMIAL = 0x82f63b78;
    private static final int[] TABLE = table();

    private int register;

    /** @param before the sum of the entry before, or the seed */
    Chain(int before) {
        this.register = Integer.reverse(before);
    }

    void update(byte[] bytes, int length) {
        int now = register;
        for (int i = 0; i < length; i++) {
            now = now >>> 8 ^ TABLE[(now ^ bytes[i]) & 0xff];
        }
        register = now;
    }

    int value() {
        return ~register;
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int value = i;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) == 0 ? value >>> 1 : value >>> 1 ^ POLYNOMIAL;
            }
            table[i] = value;
        }
        return table;
    }
}
