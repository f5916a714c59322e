package io.lifeboat.workspaces.config;

/** A value that its record refuses: which field, what stood there, what was expected. */
public final class BadValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String field;
    private final String found;
    private final String expected;

    /** @param field the key within its section; empty for the section itself */
    public BadValue(String field, String found, String expected) {
        super("%s: expected %s, got %s".formatted(field, expected, found));
        this.field = field;
        this.found = found;
        this.expected = expected;
    }

    public String field() {
        return field;
    }

    public String found() {
        return found;
    }

    public String expected() {
        return expected;
    }
}
