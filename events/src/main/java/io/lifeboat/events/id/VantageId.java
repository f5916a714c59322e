package io.lifeboat.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a detector instance by where it stands. Immutable; ordered by its text. */
public record VantageId(@JsonValue String value) implements Comparable<VantageId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?");

    /** @throws IllegalArgumentException if the value is not 1 to 63 of a-z 0-9 . _ - beginning and ending with a letter or digit */
    @JsonCreator
    public VantageId {
        Texts.require("VantageId", value, FORM, "1 to 63 of a-z 0-9 . _ - beginning and ending with a letter or digit");
    }

    @Override
    public int compareTo(VantageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
