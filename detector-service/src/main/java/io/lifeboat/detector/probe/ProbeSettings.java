package io.lifeboat.detector.probe;

import java.time.Duration;

/**
 * How a target is watched.
 *
 * @param period from one look to the next
 * @param collectionsPeriod the same for looks into collections, which cost more
 * @param minTimeout the least that a request is given; the bound follows the latencies seen
 * @param timeout the most that a request is given
 * @param jitter share of the period by which a look may come earlier or later, 0 to 0.5
 * @param readCanary whether points are read and searched
 */
public record ProbeSettings(
        Duration period,
        Duration collectionsPeriod,
        Duration minTimeout,
        Duration timeout,
        double jitter,
        boolean readCanary,
        Hysteresis hysteresis) {
    private static final Duration LEAST_PERIOD = Duration.ofMillis(20);
    private static final Duration LEAST_TIMEOUT = Duration.ofMillis(1);

    public ProbeSettings {
        requireAtLeast("period", period, LEAST_PERIOD);
        requireAtLeast("collectionsPeriod", collectionsPeriod, LEAST_PERIOD);
        requireAtLeast("minTimeout", minTimeout, LEAST_TIMEOUT);
        requireAtLeast("timeout", timeout, minTimeout);
        if (!(jitter >= 0 && jitter <= 0.5)) {
            throw new IllegalArgumentException("jitter: expected 0 to 0.5, got " + jitter);
        }
    }

    /** Every second (collections: every 5 s), 50 to 500 ms for a request, with read canary. */
    public static ProbeSettings defaults() {
        return new ProbeSettings(
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMillis(50),
                Duration.ofMillis(500),
                0.1,
                true,
                Hysteresis.defaults());
    }

    /** The same, looking that often. */
    public ProbeSettings every(Duration other) {
        return new ProbeSettings(other, other, minTimeout, timeout, jitter, readCanary, hysteresis);
    }

    /** The same with other bounds of a request's time. */
    public ProbeSettings within(Duration least, Duration most) {
        return new ProbeSettings(period, collectionsPeriod, least, most, jitter, readCanary, hysteresis);
    }

    /** The same with other rules of evidence. */
    public ProbeSettings judgedBy(Hysteresis other) {
        return new ProbeSettings(period, collectionsPeriod, minTimeout, timeout, jitter, readCanary, other);
    }

    private static void requireAtLeast(String field, Duration value, Duration least) {
        if (value.compareTo(least) < 0) {
            throw new IllegalArgumentException("%s: expected at least %s, got %s".formatted(field, least, value));
        }
    }
}
