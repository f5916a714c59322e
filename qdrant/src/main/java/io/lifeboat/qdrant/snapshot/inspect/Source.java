package io.lifeboat.qdrant.snapshot.inspect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and sums the bytes of a snapshot as they are read. Not thread-safe. */
final class Source extends FilterInputStream {
    private final MessageDigest sum;
    private long bytes;

    Source(InputStream in) {
        super(in);
        try {
            this.sum = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    long bytes() {
        return bytes;
    }

    /** Of all bytes so far; once. */
    String sha256() {
        return HexFormat.of().formatHex(sum.digest());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(buffer, offset, length);
        } catch (IOException e) {
            throw new SourceFailed(e);
        }
        if (read > 0) {
            bytes += read;
            sum.update(buffer, offset, read);
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        throw new UnsupportedOperationException("what is skipped is not summed");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
