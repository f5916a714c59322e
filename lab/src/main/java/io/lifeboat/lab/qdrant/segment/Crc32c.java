package io.lifeboat.lab.qdrant.segment;

/** CRC-32C that goes on from another one, which the JDK's cannot. */
final class Crc32c {
    private static final int POLYNOMIAL = 0x82F63B78;
    private static final int[] TABLE = table();

    private Crc32c() {}

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int value = i;
            for (int bit = 0; bit < 8; bit++) {
                value = value >>> 1 ^ ((value & 1) == 0 ? 0 : POLYNOMIAL);
            }
            table[i] = value;
        }
        return table;
    }

    static int append(int crc, byte[] bytes, int from, int to) {
        int state = ~crc;
        for (int i = from; i < to; i++) {
            state = state >>> 8 ^ TABLE[(state ^ bytes[i]) & 0xff];
        }
        return ~state;
    }
}
