package io.lifeboat.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names what is protected: a Qdrant with its sites, applications and public address. Immutable; ordered by its text. */
public record WorkspaceId(@JsonValue String value) implements Comparable<WorkspaceId> {
    /** @throws IllegalArgumentException if the value is not 1 to 63 of a-z 0-9 . _ - beginning and ending with a letter or digit */
    @JsonCreator
    public WorkspaceId {
        Texts.requireName("WorkspaceId", value);
    }

    @Override
    public int compareTo(WorkspaceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
