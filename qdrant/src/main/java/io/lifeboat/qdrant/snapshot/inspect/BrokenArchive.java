package io.lifeboat.qdrant.snapshot.inspect;

import java.io.IOException;

/** An archive that cannot be read on. */
final class BrokenArchive extends IOException {
    private static final long serialVersionUID = 1L;

    private final long offset;
    private final String expected;
    private final String found;

    BrokenArchive(long offset, String expected, String found) {
        super("at byte %d: expected %s, found %s".formatted(offset, expected, found));
        this.offset = offset;
        this.expected = expected;
        this.found = found;
    }

    long offset() {
        return offset;
    }

    String expected() {
        return expected;
    }

    String found() {
        return found;
    }
}
