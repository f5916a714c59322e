package io.lifeboat.restore.restore;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One content that waits to be pulled, once. The SHA-256 is computed on the bytes as they go by, so a damaged file is told by
 * its name, whatever the server says of it. Thread-safe.
 */
public final class Pull {
    private static final int BUFFER = 128 * 1024;

    private final Content content;
    private final LongConsumer progress;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final AtomicLong sent = new AtomicLong();
    private volatile @Nullable String fault;
    private volatile boolean whole;
    private volatile boolean closed;

    Pull(Content content, LongConsumer progress) {
        this.content = content;
        this.progress = progress;
    }

    /** Whether the caller is the one that may have the content. */
    public boolean take() {
        return !closed && taken.compareAndSet(false, true);
    }

    public Content content() {
        return content;
    }

    /**
     * Sends the content.
     *
     * @throws IOException if it cannot be read, is not what was recorded, or nobody wants it any more: then the connection must
     *     be broken, so that the server knows
     */
    public void sendTo(OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = open()) {
            int read = in.read(buffer);
            while (read >= 0) {
                out.write(buffer, 0, read);
                read = in.read(buffer);
            }
        }
    }

    /** The content, which ends with an error instead of an end if it is not what was recorded. Not thread-safe. */
    InputStream open() throws IOException {
        try {
            return new Watched(content.opener().open());
        } catch (IOException e) {
            throw faulty(e.getMessage());
        }
    }

    private IOException faulty(String why) {
        fault = "%s at offset %d: %s".formatted(content.name(), sent.get(), why);
        return new IOException(fault);
    }

    private final class Watched extends FilterInputStream {
        private final MessageDigest digest = sha256();

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (closed) {
                throw new IOException("the restore has ended");
            }
            int read = bytes(into, offset, length);
            if (read < 0) {
                judge(HexFormat.of().formatHex(digest.digest()));
            } else {
                digest.update(into, offset, read);
                progress.accept(sent.addAndGet(read));
            }
            return read;
        }

        private int bytes(byte[] into, int offset, int length) throws IOException {
            try {
                return in.read(into, offset, length);
            } catch (IOException e) {
                throw faulty(e.getMessage());
            }
        }

        private void judge(String found) throws IOException {
            if (sent.get() != content.bytes()) {
                throw faulty("expected %d bytes, found %d".formatted(content.bytes(), sent.get()));
            }
            if (!found.equals(content.sha256())) {
                throw faulty("expected SHA-256 %s, found %s".formatted(content.sha256(), found));
            }
            whole = true;
        }
    }

    void close() {
        closed = true;
    }

    /** Bytes sent so far. */
    public long sent() {
        return sent.get();
    }

    public boolean isWhole() {
        return whole;
    }

    /** What is wrong with the content itself, if that was seen. */
    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
