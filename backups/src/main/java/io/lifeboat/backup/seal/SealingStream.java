package io.lifeboat.backup.seal;

import java.io.IOException;
import java.io.OutputStream;

/** Encrypts what is written to it. {@link #finish} writes the last chunk, without which the file does not open. Not thread-safe. */
public final class SealingStream extends OutputStream {
    private final OutputStream out;
    private final Chunks chunks;
    private final byte[] content = new byte[Chunks.CONTENT];
    private int filled;
    private long number;

    public SealingStream(OutputStream out, SealKey key) throws IOException {
        this.out = out;
        this.chunks = Chunks.create(key);
        out.write(chunks.header());
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        int left = length;
        while (left > 0) {
            if (filled == content.length) {
                emit(false);
            }
            int step = Math.min(left, content.length - filled);
            System.arraycopy(bytes, at, content, filled, step);
            filled += step;
            at += step;
            left -= step;
        }
    }

    /** To be called once, at the end. */
    public void finish() throws IOException {
        emit(true);
        out.flush();
    }

    private void emit(boolean last) throws IOException {
        out.write(chunks.seal(number, last, content, filled));
        number++;
        filled = 0;
    }
}
