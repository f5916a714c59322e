package io.lifeboat.qdrant.snapshot.inspect;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a file of the write-ahead log as Qdrant opens it: a header with a seed, then entries of {@code u64} length, data, padding to 8
 * bytes and {@code u32} CRC-32C, each chained to the one before. The first that does not fit ends the log. As read in the source of
 * Qdrant 1.18.3 ({@code lib/wal/src/segment.rs}).
 */
final class WalFile {
    private static final int HEADER = 8;
    private static final int CRC = 4;

    private final TarWalk.Entry entry;
    private final InputStream in;
    private final Findings findings;
    private final byte[] buffer = new byte[64 * 1024];
    private long position;

    private WalFile(TarWalk.Entry entry, InputStream in, Findings findings) {
        this.entry = entry;
        this.in = in;
        this.findings = findings;
    }

    /** Entries whose sums are right. */
    static long entries(TarWalk.Entry entry, InputStream content, Findings findings) throws IOException {
        return new WalFile(entry, content, findings).count();
    }

    private long count() throws IOException {
        long capacity = entry.size() & ~7L;
        if (capacity < HEADER || fill(HEADER) < HEADER) {
            findings.damaged(entry.place(), 0, "at least " + HEADER + " bytes", entry.size() + " bytes");
            return 0;
        }
        if (buffer[0] != 'w' || buffer[1] != 'a' || buffer[2] != 'l' || buffer[3] != 0) {
            findings.damaged(entry.place(), 0, "the header of a write-ahead log, version 0", "something else");
            return 0;
        }
        int crc = word(4);
        long entries = 0;
        while (position + HEADER + CRC < capacity) {
            long start = position;
            Next next = next(crc, capacity);
            if (next.stored() != next.computed()) {
                if (next.stored() != 0 && next.whole()) {
                    findings.suspicious(
                            entry.place(),
                            start,
                            "an entry whose sum fits, or none",
                            "a sum that does not: what follows is not replayed");
                }
                return entries;
            }
            crc = next.computed();
            entries++;
        }
        return entries;
    }

    /** @param whole there was room for the entry that its length tells */
    private record Next(int stored, int computed, boolean whole) {}

    private Next next(int before, long capacity) throws IOException {
        long start = position;
        Chain chain = new Chain(before);
        need(HEADER);
        chain.update(buffer, HEADER);
        long length = (long) word(4) << 32 | word(0) & 0xffffffffL;
        // The sum stands before the next multiple of eight.
        long rest = length + (4 - length & 7);
        if (length < 0 || rest < 0 || rest > capacity - start - HEADER - CRC) {
            return new Next(0, 1, false);
        }
        while (rest > 0) {
            int part = (int) Math.min(rest, buffer.length);
            need(part);
            chain.update(buffer, part);
            rest -= part;
        }
        need(CRC);
        return new Next(word(0), chain.value(), true);
    }

    private void need(int length) throws IOException {
        if (fill(length) < length) {
            throw new EOFException("the log ends in the middle of an entry");
        }
    }

    private int fill(int length) throws IOException {
        int read = in.readNBytes(buffer, 0, length);
        position += read;
        return read;
    }

    private int word(int from) {
        return buffer[from] & 0xff
                | (buffer[from + 1] & 0xff) << 8
                | (buffer[from + 2] & 0xff) << 16
                | (buffer[from + 3] & 0xff) << 24;
    }
}
