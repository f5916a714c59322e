package io.lifeboat.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Names one claim of a step. Random, so that two attempts never share one; the name of every KEYED effect. */
public record ClaimId(@JsonValue UUID value) implements Comparable<ClaimId> {

    /** @throws NullPointerException if the value is missing */
    public ClaimId {
        Objects.requireNonNull(value, "ClaimId");
    }

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static ClaimId of(String text) {
        return new ClaimId(Texts.uuid("ClaimId", text));
    }

    @Override
    public int compareTo(ClaimId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
