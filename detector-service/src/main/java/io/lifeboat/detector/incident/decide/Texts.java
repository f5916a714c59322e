package io.lifeboat.detector.incident.decide;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How times read in sentences. */
final class Texts {
    private Texts() {}

    /** For example {@code 1 h 30 min}, {@code 12.4 s}. */
    static String span(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return "%d.%d s".formatted(duration.toSeconds(), duration.toMillisPart() / 100);
        }
        String hours = duration.toHours() > 0 ? duration.toHours() + " h" : "";
        String minutes = duration.toMinutesPart() > 0 ? duration.toMinutesPart() + " min" : "";
        String seconds = duration.toHours() == 0 && duration.toSecondsPart() > 0 ? duration.toSecondsPart() + " s" : "";
        return String.join(" ", hours, minutes, seconds).strip().replaceAll(" +", " ");
    }

    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
