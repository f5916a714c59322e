package io.lifeboat.events;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks that events share, so that every message names its field and reads alike. Thread-safe. */
public final class Fields {
    /** No duration in an event is longer: so no sum of a time and a duration can overflow. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** The largest counter: what every reader of JSON can tell from its neighbours. */
    public static final long MOST = (1L << 53) - 1;

    private Fields() {}

    /** @throws IllegalArgumentException if the value is missing */
    public static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + ": expected a value, got nothing");
        }
        return value;
    }

    /** @throws IllegalArgumentException if the list is missing, or one of its elements is */
    public static <T> List<T> list(String field, @Nullable List<T> values) {
        present(field, values).forEach(value -> present(field + "[]", value));
        return List.copyOf(values);
    }

    /** @throws IllegalArgumentException if the duration is missing, negative or longer than {@link #LONGEST} */
    public static Duration bounded(String field, @Nullable Duration value) {
        if (present(field, value).isNegative() || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("%s: expected zero to %s, got %s".formatted(field, LONGEST, value));
        }
        return value;
    }

    /** @throws IllegalArgumentException if the number is less than {@code least} or more than {@link #MOST} */
    public static long counter(String field, long least, long value) {
        if (value < least || value > MOST) {
            throw new IllegalArgumentException("%s: expected %d to %d, got %d".formatted(field, least, MOST, value));
        }
        return value;
    }
}
