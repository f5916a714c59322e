package io.lifeboat.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Names a running process. Made at its start and never configured: a restarted service must not take its dead
 * predecessor's claim for its own. */
public record ProcessId(@JsonValue UUID value) implements Comparable<ProcessId> {

    /** @throws NullPointerException if the value is missing */
    public ProcessId {
        Objects.requireNonNull(value, "ProcessId");
    }

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static ProcessId of(String text) {
        return new ProcessId(Texts.uuid("ProcessId", text));
    }

    @Override
    public int compareTo(ProcessId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
