package io.lifeboat.events.id;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one check of text ids, so that every message reads alike. */
final class Texts {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Texts() {}

    /** Only the canonical 36 characters: the JDK takes shorter ones, and then two texts name one thing. */
    static UUID uuid(String field, @Nullable String text) {
        String given = text == null ? "nothing" : "'" + text + "'";
        if (text == null || !UUID_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("%s: expected a UUID, got %s".formatted(field, given));
        }
        return UUID.fromString(text);
    }

    static void require(String field, @Nullable String value, Pattern form, String expected) {
        if (value == null || !form.matcher(value).matches()) {
            throw new IllegalArgumentException("%s: expected %s, got %s"
                    .formatted(field, expected, value == null ? "nothing" : "'" + value + "'"));
        }
    }
}
