package io.lifeboat.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a detector instance by where it stands. Immutable; ordered by its text. */
public record VantageId(@JsonValue String value) implements Comparable<VantageId> {
    /** @throws IllegalArgumentException if the value is not 1 to 63 of a-z 0-9 . _ - beginning and ending with a letter or digit */
    @JsonCreator
    public VantageId {
        Texts.requireName("VantageId", value);
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
