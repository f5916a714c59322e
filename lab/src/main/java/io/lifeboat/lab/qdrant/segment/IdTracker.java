package io.lifeboat.lab.qdrant.segment;

import io.lifeboat.lab.qdrant.store.PointId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which point stands at which internal id, in Qdrant's two binary forms: a journal of inserts and deletes in a segment that
 * grows, a list with deletion flags in one that does not. A mapping file that is missing means no points at all (facts, 0.7).
 */
final class IdTracker {
    private static final String MUTABLE = "mutable_id_tracker";
    private static final String IMMUTABLE = "id_tracker";
    private static final int LONGEST = 1 + 16 + 4;

    private IdTracker() {}

    /** What stands at one internal id; a point that was deleted keeps its place. */
    record Entry(PointId id, long version, boolean deleted) {}

    static List<FileImage> journal(List<Entry> entries) {
        ByteBuffer out = ByteBuffer.allocate(entries.size() * 2 * LONGEST).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            put(out, entry.id, 1).putInt(i);
            if (entry.deleted) {
                put(out, entry.id, 3);
            }
        }
        return List.of(
                FileImage.whole(MUTABLE + ".mappings", written(out)),
                FileImage.whole(MUTABLE + ".versions", versions(entries)));
    }

    static List<FileImage> list(List<Entry> entries) {
        ByteBuffer out = ByteBuffer.allocate(8 + entries.size() * LONGEST).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(entries.size());
        byte[] deleted = new byte[(entries.size() + 63) / 64 * 8];
        for (int i = 0; i < entries.size(); i++) {
            put(out, entries.get(i).id, 0).putInt(i);
            if (entries.get(i).deleted) {
                deleted[i / 8] |= (byte) (1 << i % 8);
            }
        }
        return List.of(
                FileImage.whole(IMMUTABLE + ".mappings", written(out)),
                FileImage.whole(IMMUTABLE + ".versions", versions(entries)),
                FileImage.whole(IMMUTABLE + ".deleted", deleted));
    }

    /** The kind in one byte, {@code number} or the one after it for a UUID, and the id. */
    private static ByteBuffer put(ByteBuffer out, PointId id, int number) {
        switch (id) {
            case PointId.Number value -> out.put((byte) number).putLong(value.value());
            case PointId.Uuid uuid -> {
                out.put((byte) (number + 1)).order(ByteOrder.BIG_ENDIAN);
                out.putLong(uuid.value().getMostSignificantBits())
                        .putLong(uuid.value().getLeastSignificantBits())
                        .order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        return out;
    }

    private static byte[] written(ByteBuffer out) {
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    private static byte[] versions(List<Entry> entries) {
        ByteBuffer out = ByteBuffer.allocate(entries.size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        entries.forEach(entry -> out.putLong(entry.version));
        return out.array();
    }

    /** Reads whichever form is there. */
    static List<Entry> read(Path segment) throws IOException {
        Path journal = segment.resolve(MUTABLE + ".mappings");
        if (Files.exists(journal)) {
            return withVersions(readJournal(bytes(journal)), segment.resolve(MUTABLE + ".versions"));
        }
        Path list = segment.resolve(IMMUTABLE + ".mappings");
        if (!Files.exists(list)) {
            return List.of();
        }
        ByteBuffer deleted = bytes(segment.resolve(IMMUTABLE + ".deleted"));
        return withVersions(readList(bytes(list), deleted), segment.resolve(IMMUTABLE + ".versions"));
    }

    private static List<Entry> readJournal(ByteBuffer in) {
        Map<Integer, Entry> entries = new HashMap<>();
        Map<PointId, Integer> live = new HashMap<>();
        while (in.hasRemaining()) {
            int kind = in.get();
            PointId id = id(in, kind % 2 == 0);
            if (kind <= 2) {
                int internal = in.getInt();
                entries.put(internal, new Entry(id, 0, false));
                live.put(id, internal);
            } else if (live.containsKey(id)) {
                entries.put(live.remove(id), new Entry(id, 0, true));
            }
        }
        List<Entry> list = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            list.add(entries.getOrDefault(i, new Entry(new PointId.Number(0), 0, true)));
        }
        return list;
    }

    private static List<Entry> readList(ByteBuffer in, ByteBuffer deleted) {
        List<Entry> list = new ArrayList<>();
        long count = in.getLong();
        for (int i = 0; i < count; i++) {
            PointId id = id(in, in.get() == 1);
            in.getInt();
            list.add(new Entry(id, 0, (deleted.get(i / 8) & 1 << i % 8) != 0));
        }
        return list;
    }

    private static PointId id(ByteBuffer in, boolean uuid) {
        if (!uuid) {
            return new PointId.Number(in.getLong());
        }
        in.order(ByteOrder.BIG_ENDIAN);
        UUID value = new UUID(in.getLong(), in.getLong());
        in.order(ByteOrder.LITTLE_ENDIAN);
        return new PointId.Uuid(value);
    }

    private static List<Entry> withVersions(List<Entry> entries, Path file) throws IOException {
        ByteBuffer versions = bytes(file);
        List<Entry> list = new ArrayList<>();
        for (Entry entry : entries) {
            long version = versions.remaining() >= Long.BYTES ? versions.getLong() : 0;
            list.add(new Entry(entry.id, version, entry.deleted));
        }
        return list;
    }

    private static ByteBuffer bytes(Path file) throws IOException {
        byte[] content = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }
}
