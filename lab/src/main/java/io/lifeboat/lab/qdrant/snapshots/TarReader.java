package io.lifeboat.lab.qdrant.snapshots;

import io.lifeboat.lab.qdrant.http.QdrantError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Unpacks a tar of regular and sparse files into a directory, with Qdrant's words for what is broken (case 11). Blocks of
 * zeros are left as holes, so that a tar that was packed without sparse entries takes no more room.
 */
final class TarReader {
    private static final int CHUNK = 64 * TarWriter.BLOCK;

    private final InputStream in;
    private final Path directory;
    private Optional<String> longName = Optional.empty();

    private TarReader(InputStream in, Path directory) {
        this.in = in;
        this.directory = directory;
    }

    static void unpack(Path tar, Path directory) throws IOException {
        Files.createDirectories(directory);
        try (InputStream in = new java.io.BufferedInputStream(Files.newInputStream(tar), CHUNK)) {
            new TarReader(in, directory.toAbsolutePath().normalize()).entries();
        }
    }

    /** The end may be missing between entries, but not inside one. */
    private void entries() throws IOException {
        byte[] header = in.readNBytes(TarWriter.BLOCK);
        while (header.length > 0 && !isZero(header, header.length)) {
            mustBeHeader(header);
            entry(header);
            header = in.readNBytes(TarWriter.BLOCK);
        }
    }

    private static boolean isZero(byte[] block, int length) {
        for (int i = 0; i < length; i++) {
            if (block[i] != 0) {
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
        long size = octal(header, 124, 12);
        if (header[156] == 'L') {
            byte[] name = in.readNBytes((int) TarWriter.padded(size));
            longName = Optional.of(text(name, 0, (int) size));
            return;
        }
        Path target = directory
                .resolve(longName.orElseGet(() -> text(header, 0, 100)))
                .normalize();
        longName = Optional.empty();
        if (!target.startsWith(directory)) {
            throw QdrantError.internal("File IO error: Forbidden entry type in tar archive");
        }
        switch (header[156]) {
            case '0', 0 -> file(target, List.of(new Run(0, size)), size, size);
            case 'S' -> sparse(target, header, size);
            case '5' -> Files.createDirectories(target);
            default -> throw QdrantError.internal("File IO error: Forbidden entry type in tar archive");
        }
    }

    /** A run of bytes of a file that is in the archive; what lies between runs is a hole. */
    private record Run(long offset, long length) {}

    private void sparse(Path target, byte[] header, long stored) throws IOException {
        List<Run> runs = new ArrayList<>();
        addRuns(header, 386, 4, runs);
        boolean more = header[482] != 0;
        while (more) {
            byte[] extension = in.readNBytes(TarWriter.BLOCK);
            addRuns(extension, 0, 21, runs);
            more = extension.length > 504 && extension[504] != 0;
        }
        file(target, runs, stored, octal(header, 483, 12));
    }

    private static void addRuns(byte[] block, int from, int count, List<Run> runs) {
        for (int at = from; at < from + count * 24; at += 24) {
            long length = octal(block, at + 12, 12);
            if (length > 0) {
                runs.add(new Run(octal(block, at, 12), length));
            }
        }
    }

    private void file(Path target, List<Run> runs, long stored, long size) throws IOException {
        Files.createDirectories(target.getParent());
        try (FileChannel out = FileChannel.open(
                target, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (Run run : runs) {
                copy(target, run, out);
            }
            if (out.size() < size) {
                out.write(ByteBuffer.allocate(1), size - 1);
            }
        }
        in.skipNBytes(TarWriter.padded(stored) - stored);
    }

    private void copy(Path target, Run run, FileChannel out) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (long done = 0; done < run.length; done += CHUNK) {
            int wanted = (int) Math.min(CHUNK, run.length - done);
            if (in.readNBytes(chunk, 0, wanted) < wanted) {
                throw QdrantError.internal("File IO error: failed to unpack `" + target + "`");
            }
            if (!isZero(chunk, wanted)) {
                out.write(ByteBuffer.wrap(chunk, 0, wanted), run.offset + done);
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
