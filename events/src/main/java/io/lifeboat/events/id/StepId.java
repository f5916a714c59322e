package io.lifeboat.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a step of a plan, unique in its plan. Immutable; ordered by its text. */
public record StepId(@JsonValue String value) implements Comparable<StepId> {
    /** @throws IllegalArgumentException if the value is not 1 to 63 of a-z 0-9 . _ - beginning and ending with a letter or digit */
    @JsonCreator
    public StepId {
        Texts.requireName("StepId", value);
    }

    @Override
    public int compareTo(StepId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
