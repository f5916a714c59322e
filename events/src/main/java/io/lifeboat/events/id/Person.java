package io.lifeboat.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a person who commands or approves: the subject of a signed command. Immutable; ordered by its text. */
public record Person(@JsonValue String value) implements Comparable<Person> {
    private static final Pattern FORM = Pattern.compile("\\S(.{0,126}\\S)?");

    /** @throws IllegalArgumentException if the value is not 1 to 128 characters without space at the ends */
    @JsonCreator
    public Person {
        Texts.require("Person", value, FORM, "1 to 128 characters without space at the ends");
    }

    @Override
    public int compareTo(Person other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
