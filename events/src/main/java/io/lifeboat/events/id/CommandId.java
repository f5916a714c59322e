package io.lifeboat.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Names a signed command; a command is obeyed once. */
public record CommandId(@JsonValue UUID value) implements Comparable<CommandId> {

    /** @throws NullPointerException if the value is missing */
    public CommandId {
        Objects.requireNonNull(value, "CommandId");
    }

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static CommandId of(String text) {
        return new CommandId(Texts.uuid("CommandId", text));
    }

    @Override
    public int compareTo(CommandId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
