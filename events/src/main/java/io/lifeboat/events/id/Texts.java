package io.lifeboat.events.id;

import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one check of text ids, so that every message reads alike. */
final class Texts {
    private static final int UUID_CHARS = 36;
    private static final int MOST_NAME_CHARS = 63;
    private static final byte NO_DIGIT = -1;
    private static final byte[] HEX = hexDigits();

    private Texts() {}

    /**
     * Only the canonical 36 characters: the JDK takes shorter ones, and then two texts name one thing. By hand: every record has
     * half a dozen, and a pattern takes five times as long.
     */
    static UUID uuid(String field, @Nullable String text) {
        if (text == null || text.length() != UUID_CHARS || !isDashed(text)) {
            throw noUuid(field, text);
        }
        try {
            long high = hex(text, 0, 8) << 32 | hex(text, 9, 13) << 16 | hex(text, 14, 18);
            long low = hex(text, 19, 23) << 48 | hex(text, 24, UUID_CHARS);
            return new UUID(high, low);
        } catch (NumberFormatException e) {
            throw noUuid(field, text);
        }
    }

    private static long hex(String text, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int digit = c < HEX.length ? HEX[c] : NO_DIGIT;
            if (digit == NO_DIGIT) {
                throw new NumberFormatException();
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static byte[] hexDigits() {
        byte[] digits = new byte['f' + 1];
        for (char c = 0; c < digits.length; c++) {
            digits[c] = (byte) (HexFormat.isHexDigit(c) ? HexFormat.fromHexDigit(c) : NO_DIGIT);
        }
        return digits;
    }

    private static IllegalArgumentException noUuid(String field, @Nullable String text) {
        return new IllegalArgumentException(
                "%s: expected a UUID, got %s".formatted(field, text == null ? "nothing" : "'" + text + "'"));
    }

    private static boolean isDashed(String text) {
        return text.charAt(8) == '-' && text.charAt(13) == '-' && text.charAt(18) == '-' && text.charAt(23) == '-';
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
