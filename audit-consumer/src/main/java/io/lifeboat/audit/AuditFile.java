package io.lifeboat.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * A file of lines that only grows, none of them twice. A last line that was cut short by a crash is removed at opening: its
 * record comes again. Not thread-safe.
 */
final class AuditFile implements AutoCloseable {
    private final FileChannel channel;
    private final Set<Position> written;

    private AuditFile(FileChannel channel, Set<Position> written) {
        this.channel = channel;
        this.written = written;
    }

    static AuditFile open(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        cut(path);
        Set<Position> written = new HashSet<>();
        if (Files.exists(path)) {
            Files.readAllLines(path).forEach(line -> written.add(Position.read(line)));
        }
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return new AuditFile(channel, written);
    }

    private static void cut(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            long end = file.length();
            while (end > 0 && byteAt(file, end - 1) != '\n') {
                end--;
            }
            file.setLength(end);
        }
    }

    private static int byteAt(RandomAccessFile file, long position) throws IOException {
        file.seek(position);
        return file.read();
    }

    /** The line stands there afterwards, once, and survives the death of this process. */
    void append(AuditLine line) throws IOException {
        if (!written.contains(line.position())) {
            ByteBuffer bytes = ByteBuffer.wrap((line.json() + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            written.add(line.position());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
