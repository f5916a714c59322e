package io.lifeboat.qdrant.snapshot.inspect;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the ids of a segment in the files that map them. Formats as read in the source of Qdrant 1.18.3
 * ({@code id_tracker/mutable_id_tracker/change.rs}, {@code immutable_id_tracker/mappings_storage.rs}).
 */
final class IdTracker {
    private static final int NUMBER = 8;
    private static final int UUID = 16;
    private static final int INTERNAL = 4;

    private IdTracker() {}

    /** A growing segment's log of inserts and deletes. Returns ids that are left. */
    static long appendable(TarWalk.Entry entry, InputStream content, Findings findings) throws IOException {
        Reader in = new Reader(content);
        LiveIds live = new LiveIds();
        while (true) {
            long start = in.position;
            int change = in.in.read();
            if (change < 0) {
                return live.count();
            }
            in.position++;
            try {
                switch (change) {
                    case 1 -> live.add(in.id(NUMBER, INTERNAL));
                    case 2 -> live.add(in.id(UUID, INTERNAL));
                    case 3 -> live.remove(in.id(NUMBER, 0));
                    case 4 -> live.remove(in.id(UUID, 0));
                    default -> {
                        findings.damaged(entry.place(), start, "a change of type 1 to 4", "type " + change);
                        return live.count();
                    }
                }
            } catch (EOFException e) {
                // Qdrant cuts such an end off and goes on: it was never acknowledged.
                findings.note(entry.place(), start, "a whole change", "the end of the file in the middle of one");
                return live.count();
            }
        }
    }

    /** An optimised segment's table. Returns its length; what is deleted stands in another file. */
    static long optimised(TarWalk.Entry entry, InputStream content, Findings findings) throws IOException {
        Reader in = new Reader(content);
        long declared = 0;
        try {
            declared = in.number();
            for (long i = 0; i < declared; i++) {
                long start = in.position;
                int type = in.oneByte();
                if (type > 1) {
                    findings.damaged(entry.place(), start, "an id of type 0 or 1", "type " + type);
                    return i;
                }
                in.id(type == 0 ? NUMBER : UUID, INTERNAL);
            }
        } catch (EOFException e) {
            findings.damaged(entry.place(), in.position, declared + " ids", "the end of the file before");
            return 0;
        }
        if (in.in.read() >= 0) {
            findings.damaged(entry.place(), in.position, "the end after " + declared + " ids", "more bytes");
        }
        return declared;
    }

    /** Bits that are set: ids of an optimised segment that are deleted. */
    static long deleted(InputStream content) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long set = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            for (int i = 0; i < read; i++) {
                set += Integer.bitCount(buffer[i] & 0xff);
            }
        }
        return set;
    }

    private static final class Reader {
        private final InputStream in;
        private final byte[] record = new byte[UUID + INTERNAL];
        private long position;

        Reader(InputStream in) {
            this.in = new BufferedInputStream(in, 64 * 1024);
        }

        int oneByte() throws IOException {
            int read = in.read();
            if (read < 0) {
                throw new EOFException();
            }
            position++;
            return read;
        }

        long number() throws IOException {
            fill(NUMBER);
            return little(0);
        }

        /** The external id, of two words one. The mixing is a bijection of numbers, and spreads UUIDs. */
        long id(int length, int internal) throws IOException {
            fill(length + internal);
            return length == NUMBER ? mixed(little(0)) : mixed(little(0)) * 31 + mixed(little(8) ^ 0x5bd1e995L);
        }

        private void fill(int length) throws IOException {
            if (in.readNBytes(record, 0, length) < length) {
                throw new EOFException();
            }
            position += length;
        }

        private long little(int from) {
            long value = 0;
            for (int i = 7; i >= 0; i--) {
                value = value << 8 | record[from + i] & 0xff;
            }
            return value;
        }

        private static long mixed(long value) {
            long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
            z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
            return z ^ z >>> 31;
        }
    }
}
