package io.lifeboat.lab.qdrant.snapshots;

import io.lifeboat.lab.qdrant.segment.FileImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Writes a GNU tar as Qdrant does: regular files, directories, and files with a hole at their end as sparse ones. A path of
 * more than 100 bytes goes into a record of its own before it.
 */
final class TarWriter {
    static final int BLOCK = 512;

    private static final int NAME = 100;
    private static final int PAGE = 4096;

    private final OutputStream out;

    TarWriter(OutputStream out) {
        this.out = out;
    }

    TarWriter file(String path, byte[] content) throws IOException {
        header(path, '0', content.length);
        return content(content, content.length);
    }

    TarWriter file(String path, String content) throws IOException {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A file that is on disk already. */
    TarWriter file(String path, Path content) throws IOException {
        long size = Files.size(content);
        header(path, '0', size);
        Files.copy(content, out);
        out.write(new byte[(int) (padded(size) - size)]);
        return this;
    }

    TarWriter directory(String path) throws IOException {
        header(path + "/", '5', 0);
        return this;
    }

    /** @param prefix what stands before the image's own path, with its slash */
    TarWriter image(String prefix, FileImage image) throws IOException {
        String path = prefix + image.path();
        long stored = Math.min(image.size(), (image.head().length + PAGE - 1L) / PAGE * PAGE);
        if (stored == image.size()) {
            return file(path, Arrays.copyOf(image.head(), (int) image.size()));
        }
        longName(path);
        byte[] header = emptyHeader(path, 'S', stored);
        int at = 386;
        if (stored > 0) {
            put(header, at, number(0));
            put(header, at + 12, number(stored));
            at += 24;
        }
        put(header, at, number(image.size()));
        put(header, at + 12, number(0));
        put(header, 483, number(image.size()));
        out.write(signed(header));
        return content(image.head(), stored);
    }

    private TarWriter content(byte[] content, long length) throws IOException {
        out.write(content);
        out.write(new byte[(int) (padded(length) - content.length)]);
        return this;
    }

    private void header(String path, char type, long size) throws IOException {
        longName(path);
        out.write(signed(emptyHeader(path, type, size)));
    }

    private void longName(String path) throws IOException {
        byte[] name = (path + "\0").getBytes(StandardCharsets.UTF_8);
        if (name.length > NAME + 1) {
            out.write(signed(emptyHeader("././@LongLink", 'L', name.length)));
            content(name, name.length);
        }
    }

    private static byte[] emptyHeader(String path, char type, long size) {
        byte[] header = new byte[BLOCK];
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(name, 0, header, 0, Math.min(name.length, NAME));
        put(header, 100, "0000644\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        put(header, 124, number(size));
        put(header, 136, number(0));
        put(header, 156, String.valueOf(type));
        put(header, 257, "ustar  \0");
        return header;
    }

    private static byte[] signed(byte[] header) {
        put(header, 148, String.format("%06o\0 ", checksum(header)));
        return header;
    }

    private static String number(long value) {
        return String.format("%011o\0", value);
    }

    void finish() throws IOException {
        out.write(new byte[2 * BLOCK]);
        out.flush();
    }

    /** The sum of the header's bytes with its own field taken as blanks. */
    static int checksum(byte[] header) {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
        }
        return sum;
    }

    static long padded(long length) {
        return (length + BLOCK - 1) / BLOCK * BLOCK;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
