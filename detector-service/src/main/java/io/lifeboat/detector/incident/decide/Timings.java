package io.lifeboat.detector.incident.decide;

import java.time.Duration;

/**
 * How long things may take before a person hears of it.
 *
 * @param watching how long stability is watched after a recovery
 * @param update time between two updates while an incident lasts
 * @param silence how much longer than its time-out a claimed step may be silent
 * @param settle how long after a recovery old evidence may linger before it is a relapse
 */
public record Timings(Duration watching, Duration update, Duration silence, Duration settle) {
    public static final Timings DEFAULT =
            new Timings(Duration.ofHours(24), Duration.ofMinutes(15), Duration.ofSeconds(15), Duration.ofMinutes(1));

    public Timings {
        positive("timings.watching", watching);
        positive("timings.update", update);
        positive("timings.silence", silence);
        positive("timings.settle", settle);
    }

    private static void positive(String field, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(field + ": expected more than zero, got " + value);
        }
    }
}
