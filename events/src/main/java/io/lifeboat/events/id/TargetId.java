package io.lifeboat.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one thing probed, unique in its workspace. Immutable; ordered by its text. */
public record TargetId(@JsonValue String value) implements Comparable<TargetId> {
    /** @throws IllegalArgumentException if the value is not 1 to 63 of a-z 0-9 . _ - beginning and ending with a letter or digit */
    @JsonCreator
    public TargetId {
        Texts.requireName("TargetId", value);
    }

    @Override
    public int compareTo(TargetId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
