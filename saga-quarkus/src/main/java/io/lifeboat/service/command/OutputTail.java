package io.lifeboat.service.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the end of what a program prints, however much it is. Thread-safe. */
final class OutputTail {
    private static final int KEPT = 4096;

    private final byte[] ring = new byte[KEPT];
    private long written;

    /** Reads to the end. */
    void drain(InputStream from) throws IOException {
        byte[] buffer = new byte[KEPT];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            add(buffer, read);
        }
    }

    private synchronized void add(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            ring[(int) (written++ % KEPT)] = bytes[i];
        }
    }

    synchronized String text() {
        int size = (int) Math.min(written, KEPT);
        byte[] tail = new byte[size];
        for (int i = 0; i < size; i++) {
            tail[i] = ring[(int) ((written - size + i) % KEPT)];
        }
        String text = new String(tail, StandardCharsets.UTF_8).strip();
        return written > KEPT ? "..." + text : text;
    }
}
