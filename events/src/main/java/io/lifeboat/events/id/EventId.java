package io.lifeboat.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Names an event. A record that is appended again carries the same id, so that a reader can tell a repeat. */
public record EventId(@JsonValue UUID value) implements Comparable<EventId> {

    /** @throws NullPointerException if the value is missing */
    public EventId {
        Objects.requireNonNull(value, "EventId");
    }

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static EventId of(String text) {
        return new EventId(Texts.uuid("EventId", text));
    }

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
