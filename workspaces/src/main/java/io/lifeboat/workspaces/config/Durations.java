package io.lifeboat.workspaces.config;

import io.lifeboat.events.Fields;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 500ms}, {@code 10s}, {@code 5m}, {@code 1h}, {@code 2d} or ISO 8601. */
public final class Durations {
    /** What a message says was expected. */
    public static final String EXPECTED = "a duration up to 366d, such as 500ms, 10s, 5m, 1h, 2d or PT5M";

    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private Durations() {}

    /** Zero or more, at most a year. @throws IllegalArgumentException if the text is no such duration */
    public static Duration parse(String text) {
        Duration parsed = read(text);
        if (parsed.isNegative() || parsed.compareTo(Fields.LONGEST) > 0) {
            throw new IllegalArgumentException("expected %s, got '%s'".formatted(EXPECTED, text));
        }
        return parsed;
    }

    /** The shortest form that {@link #parse} reads back as the same value, for whole milliseconds. */
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        for (Unit unit : Unit.values()) {
            if (millis % unit.millis == 0 && millis > 0) {
                return millis / unit.millis + unit.suffix;
            }
        }
        return "0s";
    }

    private static Duration read(String text) {
        Matcher matcher = SHORT.matcher(text);
        if (matcher.matches()) {
            return Duration.ofMillis(
                    Math.multiplyExact(Long.parseLong(matcher.group(1)), Unit.of(matcher.group(2)).millis));
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("expected %s, got '%s'".formatted(EXPECTED, text), e);
        }
    }

    private enum Unit {
        DAYS("d", 86_400_000),
        HOURS("h", 3_600_000),
        MINUTES("m", 60_000),
        SECONDS("s", 1_000),
        MILLIS("ms", 1);

        private final String suffix;
        private final long millis;

        Unit(String suffix, long millis) {
            this.suffix = suffix;
            this.millis = millis;
        }

        static Unit of(String suffix) {
            return Arrays.stream(values())
                    .filter(unit -> unit.suffix.equals(suffix))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
