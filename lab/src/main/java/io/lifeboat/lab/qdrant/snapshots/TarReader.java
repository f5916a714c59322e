package io.lifeboat.lab.qdrant.snapshots;

import io.lifeboat.lab.qdrant.http.QdrantError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Unpacks a tar of regular files into a directory, with Qdrant's words for what is broken (case 11). */
final class TarReader {
    private final InputStream in;
    private final Path directory;

    private TarReader(InputStream in, Path directory) {
        this.in = in;
        this.directory = directory;
    }

    static void unpack(Path tar, Path directory) throws IOException {
        Files.createDirectories(directory);
        try (InputStream in = new java.io.BufferedInputStream(Files.newInputStream(tar))) {
            new TarReader(in, directory.toAbsolutePath().normalize()).entries();
        }
    }

    /** The end may be missing between entries, but not inside one. */
    private void entries() throws IOException {
        byte[] header = in.readNBytes(TarWriter.BLOCK);
        while (header.length > 0 && !isZero(header)) {
            mustBeHeader(header);
            entry(header);
            header = in.readNBytes(TarWriter.BLOCK);
        }
    }

    private static boolean isZero(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private static void mustBeHeader(byte[] header) {
        boolean whole = header.length == TarWriter.BLOCK;
        if (!whole || octal(header, 148, 8) != TarWriter.checksum(header)) {
            throw QdrantError.internal("File IO error: Malformed tar archive, reached unknown entry");
        }
    }

    private void entry(byte[] header) throws IOException {
        Path target = directory.resolve(text(header, 0, 100)).normalize();
        int type = header[156];
        if (!target.startsWith(directory) || (type != '0' && type != 0 && type != '5')) {
            throw QdrantError.internal("File IO error: Forbidden entry type in tar archive");
        }
        if (type == '5') {
            Files.createDirectories(target);
        } else {
            file(target, octal(header, 124, 12));
        }
    }

    private void file(Path target, long size) throws IOException {
        Files.createDirectories(target.getParent());
        try (OutputStream out = Files.newOutputStream(target)) {
            byte[] chunk = new byte[TarWriter.BLOCK];
            for (long left = size; left > 0; left -= TarWriter.BLOCK) {
                if (in.readNBytes(chunk, 0, chunk.length) < chunk.length) {
                    throw QdrantError.internal("File IO error: failed to unpack `" + target + "`");
                }
                out.write(chunk, 0, (int) Math.min(left, chunk.length));
            }
        }
    }

    private static String text(byte[] header, int at, int length) {
        int end = at;
        while (end < at + length && header[end] != 0) {
            end++;
        }
        return new String(header, at, end - at, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] header, int at, int length) {
        String digits = text(header, at, length).trim();
        return digits.matches("[0-7]+") ? Long.parseLong(digits, 8) : -1;
    }
}
