package io.lifeboat.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a line of the step catalogue. Immutable; ordered by its text. */
public record StepType(@JsonValue String value) implements Comparable<StepType> {
    /** @throws IllegalArgumentException if the value is not 1 to 63 of a-z 0-9 . _ - beginning and ending with a letter or digit */
    @JsonCreator
    public StepType {
        Texts.requireName("StepType", value);
    }

    @Override
    public int compareTo(StepType other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
