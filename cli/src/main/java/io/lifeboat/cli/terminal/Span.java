package io.lifeboat.cli.terminal;

import java.time.Duration;
import java.util.Locale;

/** Spans of time as people read them. */
public final class Span {
    private Span() {}

    /** Seconds with two decimals below a minute, else the two largest units: {@code 0.42 s}, {@code 15 min}, {@code 2 h 5 min}. */
    public static String of(Duration span) {
        if (span.isNegative()) {
            return "-" + of(span.negated());
        }
        if (span.compareTo(Duration.ofMinutes(1)) < 0) {
            return seconds(span);
        }
        if (span.toDays() > 0) {
            return two(span.toDays(), "d", span.toHoursPart(), "h");
        }
        return span.toHours() > 0
                ? two(span.toHours(), "h", span.toMinutesPart(), "min")
                : two(span.toMinutes(), "min", span.toSecondsPart(), "s");
    }

    private static String seconds(Duration span) {
        return span.toMillis() % 1000 == 0
                ? span.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.2f s", span.toMillis() / 1000.0);
    }

    /** A moment relative to another one, in seconds: {@code +0.42 s}. */
    public static String offset(Duration span) {
        return String.format(Locale.ROOT, "%+.2f s", span.toMillis() / 1000.0);
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return small == 0 ? large + " " + largeUnit : large + " " + largeUnit + " " + small + " " + smallUnit;
    }
}
