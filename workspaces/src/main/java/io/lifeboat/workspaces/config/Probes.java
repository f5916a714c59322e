package io.lifeboat.workspaces.config;

import java.time.Duration;

/**
 * How targets are probed.
 *
 * @param period of the light probes of one target; 1 s unless said otherwise
 * @param collectionsPeriod of the probes that look into collections; 5 s unless said otherwise
 * @param timeout the longest that an answer may take; 500 ms unless said otherwise
 * @param minTimeout the shortest that the adaptive time-out may shrink to; 50 ms, or the time-out if that is less
 * @param downAfter bad answers in a row until a target is DOWN; 2 unless said otherwise
 * @param refusedAfter refusals until a target is DOWN, however quickly they came; 2 unless said otherwise
 * @param silence nothing but refusals makes a target DOWN sooner than this after the first unanswered question: a pause
 *     shorter than it is never a failure; 3 s unless said otherwise
 * @param upAfter good answers in a row until it is UP again; 3 unless said otherwise
 * @param jitter share of the period by which a probe may be moved, 0 to 0.5; 0.1 unless said otherwise
 * @param readCanary whether known points are read; true unless said otherwise
 */
public record Probes(
        Duration period,
        Duration collectionsPeriod,
        Duration timeout,
        Duration minTimeout,
        int downAfter,
        int refusedAfter,
        Duration silence,
        int upAfter,
        double jitter,
        boolean readCanary) {
    public static final Probes DEFAULT = new Probes(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofMillis(500),
            Duration.ofMillis(50),
            2,
            2,
            Duration.ofSeconds(3),
            3,
            0.1,
            true);

    public Probes {
        Checks.positive("period", period);
        Checks.positive("collectionsPeriod", collectionsPeriod);
        Checks.positive("timeout", timeout);
        Checks.positive("minTimeout", minTimeout);
        if (minTimeout.compareTo(timeout) > 0) {
            throw new BadValue(
                    "minTimeout", Durations.text(minTimeout), "at most timeout (" + Durations.text(timeout) + ")");
        }
        Checks.within("downAfter", downAfter, 1, 100);
        Checks.within("refusedAfter", refusedAfter, 1, 100);
        Checks.notNegative("silence", silence);
        Checks.within("upAfter", upAfter, 1, 100);
        if (!(jitter >= 0 && jitter <= 0.5)) {
            throw new BadValue("jitter", String.valueOf(jitter), "0 to 0.5");
        }
    }
}
