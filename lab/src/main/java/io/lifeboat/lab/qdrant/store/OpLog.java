package io.lifeboat.lab.qdrant.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The append-only log of a collection. A record is its length and CRC-32C, four bytes each, and the change. A change is
 * handed to the kernel before it is acknowledged, so it survives SIGKILL (not a power cut). A torn tail is cut off when
 * the log is opened. Not thread-safe: the collection's write lock guards it.
 */
public final class OpLog implements AutoCloseable {
    private static final int HEADER = 8;

    private final FileChannel file;

    private OpLog(FileChannel file) {
        this.file = file;
    }

    /** An opened log with what it held. */
    public record Opened(OpLog log, List<Change> changes) {}

    public static Opened open(Path path) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(path));
        List<Change> changes = decode(content);
        file.truncate(content.position());
        file.position(content.position());
        return new Opened(new OpLog(file), changes);
    }

    void append(Change change) throws IOException {
        ByteBuffer record = encode(change);
        long start = file.position();
        try {
            while (record.hasRemaining()) {
                file.write(record);
            }
        } catch (IOException full) {
            file.truncate(start);
            throw full;
        }
    }

    /** Replaces the log at {@code path} by one with these changes alone; it is whole or not there at all. */
    static OpLog rewrite(Path path, List<Change> changes) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.write(fresh, encode(changes));
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE);
        file.position(file.size());
        return new OpLog(file);
    }

    /** The same records as bytes. */
    static byte[] encode(List<Change> changes) {
        List<ByteBuffer> records = changes.stream().map(OpLog::encode).toList();
        ByteBuffer all = ByteBuffer.allocate(
                records.stream().mapToInt(ByteBuffer::remaining).sum());
        records.forEach(all::put);
        return all.array();
    }

    long size() throws IOException {
        return file.size();
    }

    /** The changes of a log as they are encoded, without their headers. */
    static List<byte[]> bodies(Path path) throws IOException {
        ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(path));
        List<byte[]> bodies = new ArrayList<>();
        for (Optional<byte[]> next = next(content); next.isPresent(); next = next(content)) {
            bodies.add(next.get());
        }
        return bodies;
    }

    private static ByteBuffer encode(Change change) {
        byte[] body = change.encode();
        return ByteBuffer.allocate(HEADER + body.length)
                .putInt(body.length)
                .putInt(crc(body))
                .put(body)
                .flip();
    }

    /** Reads up to the first record that is cut, empty or damaged, and leaves the buffer's position there. */
    static List<Change> decode(ByteBuffer content) {
        List<Change> changes = new ArrayList<>();
        for (Optional<byte[]> next = next(content); next.isPresent(); next = next(content)) {
            changes.add(Change.decode(next.get()));
        }
        return changes;
    }

    private static Optional<byte[]> next(ByteBuffer content) {
        if (content.remaining() <= HEADER) {
            return Optional.empty();
        }
        int start = content.position();
        int length = content.getInt();
        int crc = content.getInt();
        byte[] body = new byte[length > 0 && length <= content.remaining() ? length : 0];
        content.get(body);
        if (body.length == 0 || crc(body) != crc) {
            content.position(start);
            return Optional.empty();
        }
        return Optional.of(body);
    }

    private static int crc(byte[] body) {
        CRC32C crc = new CRC32C();
        crc.update(body);
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
