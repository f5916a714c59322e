package io.lifeboat.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a site of a workspace: a Qdrant and its surroundings in one place. Immutable; ordered by its text. */
public record SiteId(@JsonValue String value) implements Comparable<SiteId> {
    /** @throws IllegalArgumentException if the value is not 1 to 63 of a-z 0-9 . _ - beginning and ending with a letter or digit */
    @JsonCreator
    public SiteId {
        Texts.requireName("SiteId", value);
    }

    /** Whether a text names a site. */
    public static boolean isSite(String text) {
        return Texts.isName(text);
    }

    @Override
    public int compareTo(SiteId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
