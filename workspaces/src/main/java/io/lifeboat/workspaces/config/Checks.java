package io.lifeboat.workspaces.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The checks that the records of this package share, so that their messages read alike. */
final class Checks {
    private Checks() {}

    static Duration positive(String field, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(field + ": expected more than zero, got " + value);
        }
        return value;
    }

    static Duration notNegative(String field, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(field + ": expected zero or more, got " + value);
        }
        return value;
    }

    static int within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s: expected %d to %d, got %d".formatted(field, least, most, value));
        }
        return value;
    }

    static String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(field + ": expected a text, got nothing");
        }
        return value;
    }
}
