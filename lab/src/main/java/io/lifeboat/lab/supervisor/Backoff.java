package io.lifeboat.lab.supervisor;

import java.time.Duration;

/** How long to wait before a restart: not at all, until starts keep failing fast. Not thread-safe. */
final class Backoff {

    /** A run shorter than this is a fast failure. */
    static final Duration FAST = Duration.ofSeconds(3);

    private static final int FREE_FAILURES = 5;
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private int fastFailures;

    /** The pause before the next start, given how long the last run was. */
    Duration next(Duration lastRun) {
        fastFailures = lastRun.compareTo(FAST) < 0 ? fastFailures + 1 : 0;
        if (fastFailures <= FREE_FAILURES) {
            return Duration.ZERO;
        }
        int doublings = Math.min(fastFailures - FREE_FAILURES - 1, 10);
        Duration pause = FIRST.multipliedBy(1L << doublings);
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    void reset() {
        fastFailures = 0;
    }
}
