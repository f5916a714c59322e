package io.lifeboat.lab.qdrant.segment;

import io.lifeboat.lab.qdrant.http.JsonBody;
import io.lifeboat.lab.qdrant.http.QdrantError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One file of a write-ahead log as snapshots carry it: a header with a seed, and entries of a length, the bytes, padding to
 * eight and a CRC-32C that is chained from the one before (facts, B). Whatever does not fit the chain ends the log. The
 * entries are the stand-in's own changes, not Qdrant's operations.
 */
public final class Wal {
    /** {@code wal_capacity_mb} of a default Qdrant, in bytes. */
    public static final int CAPACITY = 32 * 1024 * 1024;

    private static final byte[] MAGIC = {'w', 'a', 'l', 0};
    private static final int HEADER = 8;
    private static final int CRC = 4;

    private Wal() {}

    /** Leaves out the oldest entries if there is no room for all. */
    public static FileImage image(String path, int seed, List<byte[]> entries) {
        int first = entries.size();
        long room = CAPACITY - HEADER;
        while (first > 0 && room >= length(entries.get(first - 1).length)) {
            room -= length(entries.get(--first).length);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(MAGIC);
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(seed)
                .array());
        int crc = seed;
        for (byte[] entry : entries.subList(first, entries.size())) {
            byte[] record = new byte[length(entry.length)];
            ByteBuffer buffer = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
            buffer.putLong(entry.length).put(entry);
            crc = chained(crc, record);
            buffer.putInt(record.length - CRC, crc);
            out.writeBytes(record);
        }
        return new FileImage(path, out.toByteArray(), CAPACITY);
    }

    private static int length(int content) {
        return (8 + content + CRC + 7) / 8 * 8;
    }

    private static int chained(int before, byte[] record) {
        return Crc32c.append(~Integer.reverse(before), record, 0, record.length - CRC);
    }

    /** The entries of all files of a shard's log, in their order. */
    public static List<byte[]> read(Path directory) throws IOException {
        mustHaveIndex(directory.resolve("first-index"));
        List<byte[]> entries = new ArrayList<>();
        for (Path file : io.lifeboat.lab.qdrant.store.Directories.list(directory)) {
            if (!file.endsWith("first-index")) {
                readFile(file, entries);
            }
        }
        return entries;
    }

    /** It may be missing, but not be unreadable (case 23). */
    private static void mustHaveIndex(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try {
            JsonBody.parse(Files.readAllBytes(file));
        } catch (QdrantError malformed) {
            String why = malformed.getMessage().replace("Format error in JSON body: ", "");
            throw QdrantError.internal("Wal error: Can't init WAL: failed to read first-index file: "
                    + "Failed to deserialize " + file + ": " + why);
        }
    }

    private static void readFile(Path file, List<byte[]> entries) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            byte[] header = bytes(channel, 0, HEADER);
            if (!Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
                throw QdrantError.internal("Wal error: Can't init WAL: Illegal segment header");
            }
            int crc = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(MAGIC.length);
            long at = HEADER;
            while (at + HEADER < channel.size()) {
                long content = ByteBuffer.wrap(bytes(channel, at, 8))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getLong();
                if (content <= 0 || content > channel.size() - at) {
                    return;
                }
                byte[] record = bytes(channel, at, length((int) content));
                crc = chained(crc, record);
                if (ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).getInt(record.length - CRC) != crc) {
                    return;
                }
                entries.add(Arrays.copyOfRange(record, 8, 8 + (int) content));
                at += record.length;
            }
        }
    }

    private static byte[] bytes(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {}
        return bytes.array();
    }
}
