package io.lifeboat.workspaces.config;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The checks that the records of this package share, so that their messages read alike. */
final class Checks {
    private Checks() {}

    static Duration positive(String field, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new BadValue(field, Durations.text(value), "more than zero");
        }
        return value;
    }

    static Duration notNegative(String field, Duration value) {
        if (value.isNegative()) {
            throw new BadValue(field, value.toString(), "zero or more");
        }
        return value;
    }

    static int within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BadValue(field, String.valueOf(value), least + " to " + most);
        }
        return value;
    }

    static String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new BadValue(field, "nothing", "a text");
        }
        return value;
    }

    /** A copy in the order of the enumeration, so that equal values have equal digests. */
    static <E extends Enum<E>> Set<E> ordered(Set<E> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }

    /** A copy in the order of the enumeration. */
    static <E extends Enum<E>, V> Map<E, V> ordered(Map<E, V> values) {
        return Collections.unmodifiableMap(new TreeMap<>(values));
    }
}
