package io.lifeboat.qdrant.snapshot.inspect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Looks at the headers of a tar as its bytes go by to whoever reads it, and refuses before that reader meets them: kinds that
 * Qdrant refuses, records whose length would fill memory, and ends in the middle. Not thread-safe.
 */
final class TarGuard extends FilterInputStream {
    private static final int BLOCK = 512;
    private static final int MOST_NAME = 64 * 1024;
    private static final int MOST_SPARSE_BLOCKS = 4096;
    private static final int MOST_ENTRIES = 500_000;

    private final byte[] header = new byte[BLOCK];
    private int filled;
    private long position;
    private long data;
    private long sparseData;
    private boolean inExtension;
    private int extensions;
    private boolean ended;
    private long entries;

    TarGuard(InputStream in) {
        super(in);
    }

    /** Bytes that went by. */
    long position() {
        return position;
    }

    /** Where the header of the entry began that is read now, or its name's record did. */
    private long headerStart() {
        return position - filled;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int read = read(one, 0, 1);
        return read < 0 ? read : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            pass(buffer, offset, read);
        } else if (read < 0) {
            requireWhole();
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] buffer = new byte[(int) Math.min(count, 64 * 1024)];
        long skipped = 0;
        while (skipped < count) {
            int read = read(buffer, 0, (int) Math.min(buffer.length, count - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void requireWhole() throws BrokenArchive {
        if (!ended && (data > 0 || filled > 0 || inExtension)) {
            throw new BrokenArchive(
                    position,
                    data > 0 ? data + " more bytes of the entry" : (BLOCK - filled) + " more bytes of the header",
                    "the end of the file");
        }
    }

    private void pass(byte[] buffer, int from, int length) throws BrokenArchive {
        int offset = from;
        int left = length;
        while (left > 0 && !ended) {
            int taken;
            if (data > 0) {
                taken = (int) Math.min(left, data);
                data -= taken;
            } else {
                taken = Math.min(left, BLOCK - filled);
                System.arraycopy(buffer, offset, header, filled, taken);
                filled += taken;
            }
            position += taken;
            offset += taken;
            left -= taken;
            if (filled == BLOCK) {
                block();
                filled = 0;
            }
        }
        position += left;
    }

    private void block() throws BrokenArchive {
        if (inExtension) {
            extension(header[504] != 0);
        } else if (isZero()) {
            ended = true;
        } else {
            entry();
        }
    }

    private boolean isZero() {
        for (byte b : header) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private void entry() throws BrokenArchive {
        requireSum();
        if (++entries > MOST_ENTRIES) {
            throw new BrokenArchive(headerStart(), "at most " + MOST_ENTRIES + " entries", "more");
        }
        long size = size();
        char type = (char) (header[156] & 0xff);
        switch (type) {
            case '0', '\0', '5' -> data = padded(size);
            case 'L' -> {
                if (size > MOST_NAME) {
                    throw new BrokenArchive(
                            headerStart(), "a name of at most " + MOST_NAME + " bytes", "one of " + size);
                }
                data = padded(size);
            }
            case 'S' -> {
                data = padded(size);
                extensions = 0;
                inExtension = header[482] != 0;
                sparseData = data;
                data = inExtension ? 0 : data;
            }
            default ->
                throw new BrokenArchive(
                        headerStart(),
                        "a file, a folder or a sparse file: Qdrant takes nothing else",
                        "an entry of type '%s'"
                                .formatted(type >= ' ' && type < 127 ? type : "0x%02x".formatted((int) type)));
        }
    }

    private void extension(boolean more) throws BrokenArchive {
        if (++extensions > MOST_SPARSE_BLOCKS) {
            throw new BrokenArchive(
                    headerStart(), "at most " + MOST_SPARSE_BLOCKS + " blocks of a sparse file's map", "more");
        }
        inExtension = more;
        data = more ? 0 : sparseData;
    }

    private void requireSum() throws BrokenArchive {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
        }
        long written;
        try {
            written = octal(148, 8);
        } catch (NumberFormatException e) {
            written = -1;
        }
        if (written != sum) {
            throw new BrokenArchive(headerStart(), "a tar header", "something else: its sum is wrong");
        }
    }

    /** Octal digits, or from 8 GiB on a binary number whose first bit is set. */
    private long size() throws BrokenArchive {
        try {
            long size = (header[124] & 0x80) == 0 ? octal(124, 12) : binary();
            if (size < 0 || size > Long.MAX_VALUE - BLOCK) {
                throw new NumberFormatException("negative or beyond all bounds");
            }
            return size;
        } catch (NumberFormatException e) {
            throw new BrokenArchive(headerStart(), "an entry's size", "none that can be read");
        }
    }

    private long binary() {
        long size = header[124] & 0x7f;
        for (int i = 125; i < 136; i++) {
            if (size >>> 55 != 0) {
                throw new NumberFormatException("too large");
            }
            size = size << 8 | header[i] & 0xff;
        }
        return size;
    }

    private long octal(int from, int length) {
        String text = new String(
                        Arrays.copyOfRange(header, from, from + length), java.nio.charset.StandardCharsets.ISO_8859_1)
                .replaceAll("[\\x00 ]", "");
        return text.isEmpty() ? 0 : Long.parseLong(text, 8);
    }

    private static long padded(long size) {
        return (size + BLOCK - 1) / BLOCK * BLOCK;
    }
}
