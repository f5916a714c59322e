package io.lifeboat.backup.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Decrypts, and fails at the first chunk that does not open; no byte of such a chunk is given out. Not thread-safe. */
public final class UnsealingStream extends InputStream {
    private final PushbackInputStream in;
    private final Chunks chunks;
    private long number;
    private boolean ended;
    private byte[] content = new byte[0];
    private int at;

    private UnsealingStream(InputStream in, Chunks chunks, long number) {
        this.in = new PushbackInputStream(in, 1);
        this.chunks = chunks;
        this.number = number;
    }

    /** Gives a file's kept bytes from an offset. */
    @FunctionalInterface
    public interface Opener {
        InputStream open(long from) throws IOException;
    }

    /**
     * The content from an offset to its end.
     *
     * @param from offset in bytes of the content
     * @throws IOException if the file is no encrypted one, or is damaged there
     */
    public static InputStream open(Opener file, SealKey key, long from) throws IOException {
        byte[] header;
        try (InputStream in = file.open(0)) {
            header = in.readNBytes(Chunks.HEADER);
        }
        Chunks chunks = Chunks.of(header, key);
        long first = Math.max(0, from - 1) / Chunks.CONTENT; // at the very end there is no chunk to begin with
        InputStream kept = file.open(Chunks.HEADER + first * Chunks.SEALED);
        try {
            UnsealingStream content = new UnsealingStream(kept, chunks, first);
            content.skipNBytes(from - first * Chunks.CONTENT);
            return content;
        } catch (IOException | RuntimeException e) {
            kept.close();
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == content.length && !ended) {
            next();
        }
        if (at == content.length) {
            return -1;
        }
        int step = Math.min(length, content.length - at);
        System.arraycopy(content, at, bytes, offset, step);
        at += step;
        return step;
    }

    private void next() throws IOException {
        byte[] sealed = in.readNBytes(Chunks.SEALED);
        int beyond = in.read();
        if (beyond >= 0) {
            in.unread(beyond);
        }
        ended = beyond < 0;
        content = chunks.open(number, ended, sealed, sealed.length);
        at = 0;
        number++;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
