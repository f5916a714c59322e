package io.lifeboat.lab.qdrant.segment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * LZ4 blocks behind their length in four bytes, as the payload storage keeps its values. What is written consists of
 * literals alone, as Qdrant's own does for short payloads; what is read may hold matches.
 */
final class Lz4 {
    private Lz4() {}

    static byte[] compress(byte[] content) {
        int more = content.length < 15 ? 0 : (content.length - 15) / 255 + 1;
        ByteBuffer out = ByteBuffer.allocate(4 + 1 + more + content.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(content.length).put((byte) (Math.min(content.length, 15) << 4));
        for (int left = content.length - 15; left >= 0; left -= 255) {
            out.put((byte) Math.min(left, 255));
            if (left < 255) {
                break;
            }
        }
        return Arrays.copyOf(out.put(content).array(), out.position());
    }

    /** @throws IllegalArgumentException if the block is not one, or not as long as it says */
    static byte[] decompress(byte[] block) {
        ByteBuffer in = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        try {
            byte[] out = new byte[in.getInt()];
            int at = 0;
            while (in.hasRemaining()) {
                int token = in.get() & 0xff;
                int literals = length(token >> 4, in);
                in.get(out, at, literals);
                at += literals;
                if (in.hasRemaining()) {
                    at = match(out, at, in.getShort() & 0xffff, length(token & 15, in) + 4);
                }
            }
            return out;
        } catch (RuntimeException malformed) {
            throw new IllegalArgumentException("malformed LZ4 block of " + block.length + " bytes", malformed);
        }
    }

    private static int length(int nibble, ByteBuffer in) {
        int length = nibble;
        int more = nibble == 15 ? 255 : 0;
        while (more == 255) {
            more = in.get() & 0xff;
            length += more;
        }
        return length;
    }

    private static int match(byte[] out, int at, int back, int length) {
        for (int i = 0; i < length; i++) {
            out[at + i] = out[at + i - back];
        }
        return at + length;
    }
}
