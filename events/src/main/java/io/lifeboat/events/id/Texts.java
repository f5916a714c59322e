package io.lifeboat.events.id;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one check of text ids, so that every message reads alike. */
final class Texts {
    private static final int UUID_CHARS = 36;

    private Texts() {}

    /** Only the canonical 36 characters: the JDK takes shorter ones, and then two texts name one thing. */
    static UUID uuid(String field, @Nullable String text) {
        if (text == null || !isUuid(text)) {
            throw new IllegalArgumentException(
                    "%s: expected a UUID, got %s".formatted(field, text == null ? "nothing" : "'" + text + "'"));
        }
        return UUID.fromString(text);
    }

    /** By hand: every record has half a dozen, and a pattern takes five times as long. */
    private static boolean isUuid(String text) {
        if (text.length() != UUID_CHARS) {
            return false;
        }
        for (int i = 0; i < UUID_CHARS; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text.charAt(i) != '-' : !isHex(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    static void require(String field, @Nullable String value, Pattern form, String expected) {
        if (value == null || !form.matcher(value).matches()) {
            throw new IllegalArgumentException("%s: expected %s, got %s"
                    .formatted(field, expected, value == null ? "nothing" : "'" + value + "'"));
        }
    }
}
