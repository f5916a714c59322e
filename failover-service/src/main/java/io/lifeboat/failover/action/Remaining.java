package io.lifeboat.failover.action;

import io.lifeboat.saga.step.StepContext;
import java.time.Duration;
import java.time.Instant;

/** Time that an action has left, less what it needs to tell its verdict. */
final class Remaining {
    private static final Duration LAST_WORDS = Duration.ofMillis(200);
    private static final Duration LEAST = Duration.ofMillis(50);

    private Remaining() {}

    static Duration of(StepContext context) {
        Duration left = Duration.between(Instant.now(), context.deadline()).minus(LAST_WORDS);
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }
}
