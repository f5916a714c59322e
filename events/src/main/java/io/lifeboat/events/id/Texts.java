package io.lifeboat.events.id;

import java.util.regex.Pattern;

/** The one check of text ids, so that every message reads alike. */
final class Texts {
    private Texts() {}

    static void require(String field, String value, Pattern form, String expected) {
        if (value == null || !form.matcher(value).matches()) {
            throw new IllegalArgumentException("%s: expected %s, got %s"
                    .formatted(field, expected, value == null ? "nothing" : "'" + value + "'"));
        }
    }
}
