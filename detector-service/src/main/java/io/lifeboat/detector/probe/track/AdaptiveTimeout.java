package io.lifeboat.detector.probe.track;

import java.time.Duration;

/**
 * How long to wait for an answer, from the latencies seen: the smoothed latency and four times its variation, as TCP
 * computes its retransmission time-out (RFC 6298), kept within bounds. Immutable; in nanoseconds.
 */
public record AdaptiveTimeout(long least, long most, long smoothed, long variation, long current) {

    /**
     * Nothing is known yet: the first question is given all the time there is.
     *
     * @throws IllegalArgumentException if the bounds are not in order
     */
    public static AdaptiveTimeout between(Duration least, Duration most) {
        if (least.isNegative() || least.isZero() || most.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "bounds: expected 0 < least <= most, got %s and %s".formatted(least, most));
        }
        return new AdaptiveTimeout(least.toNanos(), most.toNanos(), -1, 0, most.toNanos());
    }

    public Duration timeout() {
        return Duration.ofNanos(current);
    }

    /** An answer took that long. */
    public AdaptiveTimeout after(Duration latency) {
        long sample = Math.min(latency.toNanos(), most);
        return smoothed < 0 ? learned(sample, sample / 2) : learned(smoothed(sample), variation(sample));
    }

    /** No answer came in time: the next question is given twice as long, or a target that got slower would look dead. */
    public AdaptiveTimeout afterSilence() {
        return new AdaptiveTimeout(least, most, smoothed, variation, Math.min(most, current * 2));
    }

    private long smoothed(long sample) {
        return smoothed + (sample - smoothed) / 8;
    }

    private long variation(long sample) {
        return variation + (Math.abs(smoothed - sample) - variation) / 4;
    }

    private AdaptiveTimeout learned(long newSmoothed, long newVariation) {
        long wanted = newSmoothed + 4 * newVariation;
        return new AdaptiveTimeout(least, most, newSmoothed, newVariation, Math.clamp(wanted, least, most));
    }
}
