package io.lifeboat.events.id;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one check of text ids, so that every message reads alike. */
final class Texts {
    private static final int UUID_CHARS = 36;
    private static final int MOST_NAME_CHARS = 63;

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

    /** What most ids look like. */
    static void requireName(String field, @Nullable String value) {
        if (value == null || !isName(value)) {
            throw new IllegalArgumentException(
                    "%s: expected 1 to 63 of a-z 0-9 . _ - beginning and ending with a letter or digit, got %s"
                            .formatted(field, value == null ? "nothing" : "'" + value + "'"));
        }
    }

    /** By hand, for the same reason. */
    static boolean isName(String text) {
        int end = text.length() - 1;
        if (end < 0 || end >= MOST_NAME_CHARS || !isAlphanumeric(text.charAt(0)) || !isAlphanumeric(text.charAt(end))) {
            return false;
        }
        for (int i = 1; i < end; i++) {
            char c = text.charAt(i);
            if (!isAlphanumeric(c) && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    static void require(String field, @Nullable String value, Pattern form, String expected) {
        if (value == null || !form.matcher(value).matches()) {
            throw new IllegalArgumentException("%s: expected %s, got %s"
                    .formatted(field, expected, value == null ? "nothing" : "'" + value + "'"));
        }
    }
}
