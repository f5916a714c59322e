package io.lifeboat.verifier.report;

import java.time.Duration;
import java.util.Locale;

/** How the forms of the report for people say values. */
final class Wording {
    private Wording() {}

    static String duration(Duration duration) {
        return duration.compareTo(Duration.ofMinutes(1)) < 0
                ? String.format(Locale.ROOT, "%.3f s", duration.toMillis() / 1000.0)
                : "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
    }

    /** Time since the first bad evidence. */
    static String elapsed(Duration duration) {
        return String.format(Locale.ROOT, "%+.3f s", duration.toMillis() / 1000.0);
    }

    static String verdict(ObjectiveResult.Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
