package io.lifeboat.qdrant.transport;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a request or an answer. Immutable, compared by content. */
public final class Body {
    /** No bytes. */
    public static final Body EMPTY = new Body(new byte[0]);

    private static final int EXCERPT_CHARACTERS = 200;

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the array over: the caller must not change it afterwards. */
    public static Body of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Body(bytes);
    }

    public static Body of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public int size() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    public byte[] copy() {
        return bytes.clone();
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The last bytes as text; a character cut in two reads as a replacement character. */
    public String tail(int maxBytes) {
        int from = Math.max(0, bytes.length - maxBytes);
        return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }

    /** The beginning, on one line, without control characters: fit for a log or an event. */
    public String excerpt() {
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, EXCERPT_CHARACTERS * 4));
        String line = new String(head, StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return line.length() <= EXCERPT_CHARACTERS ? line : line.substring(0, EXCERPT_CHARACTERS) + "...";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body body && Arrays.equals(bytes, body.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
