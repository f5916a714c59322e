package io.lifeboat.qdrant.digest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/** A growing array of bytes that is used again for each point. Not thread-safe. */
final class ByteSink {
    /** A stretch of this sink that belongs to one key. */
    record Entry(String key, int start, int end) {}

    private static final VarHandle LITTLE_ENDIAN_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LITTLE_ENDIAN_LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[1024];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void put(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    void putInt(int value) {
        ensure(Integer.BYTES);
        LITTLE_ENDIAN_INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    void putLong(long value) {
        ensure(Long.BYTES);
        LITTLE_ENDIAN_LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    void put(byte[] from) {
        ensure(from.length);
        System.arraycopy(from, 0, bytes, size, from.length);
        size += from.length;
    }

    void putText(String text) {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts the entries, which follow one another and end this sink, into the order of the list. */
    void rearrange(List<Entry> order, int separator) {
        if (order.isEmpty()) {
            return;
        }
        int start = order.stream().mapToInt(Entry::start).min().orElseThrow();
        byte[] unordered = Arrays.copyOfRange(bytes, start, size);
        size = start;
        for (int i = 0; i < order.size(); i++) {
            if (i > 0 && separator >= 0) {
                put(separator);
            }
            Entry entry = order.get(i);
            ensure(entry.end() - entry.start());
            System.arraycopy(unordered, entry.start() - start, bytes, size, entry.end() - entry.start());
            size += entry.end() - entry.start();
        }
    }

    void update(MessageDigest digest) {
        digest.update(bytes, 0, size);
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
