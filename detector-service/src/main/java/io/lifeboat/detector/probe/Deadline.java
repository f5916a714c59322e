package io.lifeboat.detector.probe;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a probe may take: each of its requests, and all together.
 *
 * @param request for one whole exchange, from connecting to the last byte
 * @param endNanos when the run must be over, by {@code nanos}
 */
public record Deadline(Duration request, long endNanos, LongSupplier nanos) {
    private static final Duration LEAST = Duration.ofMillis(1);

    public Deadline {
        if (request.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("request: expected at least 1 ms, got " + request);
        }
    }

    /** From now on. */
    public static Deadline of(Duration request, Duration whole) {
        return new Deadline(request, System.nanoTime() + whole.toNanos(), System::nanoTime);
    }

    /** What the next request may take. */
    public Duration next() {
        Duration left = Duration.ofNanos(endNanos - nanos.getAsLong());
        Duration allowed = left.compareTo(request) < 0 ? left : request;
        return allowed.compareTo(LEAST) < 0 ? LEAST : allowed;
    }

    /** No further request should be begun. */
    public boolean passed() {
        return nanos.getAsLong() - endNanos >= 0;
    }
}
