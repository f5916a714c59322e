package io.lifeboat.lab.qdrant.store;

import io.lifeboat.lab.qdrant.http.QdrantError;
import java.util.Locale;

/**
 * Strict mode's token bucket: so many operations a minute, the bucket full at first (case 31). Time is
 * {@link System#nanoTime()} passed in. Guarded by the collection's write lock.
 */
final class WriteLimiter {
    private static final double NANOS_A_MINUTE = 60e9;

    private final double capacity;
    private double tokens;
    private long refilledNanos;

    WriteLimiter(double perMinute, long nowNanos) {
        this.capacity = perMinute;
        this.tokens = perMinute;
        this.refilledNanos = nowNanos;
    }

    void take(long nowNanos) {
        tokens = Math.min(capacity, tokens + (nowNanos - refilledNanos) / NANOS_A_MINUTE * capacity);
        refilledNanos = nowNanos;
        if (tokens < 1) {
            long wait = (long) Math.ceil((1 - tokens) / capacity * 60);
            String text =
                    "Write rate limit exceeded: Operation requires 1 tokens but only %.1f were available. Retry after %ds";
            throw QdrantError.rateLimited(String.format(Locale.ROOT, text, Math.floor(tokens * 10) / 10, wait), wait);
        }
        tokens -= 1;
    }
}
