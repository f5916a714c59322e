package io.lifeboat.restore.restore;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Looks at a server until something is true there, or is not within a time. */
final class Patience {
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** One look. */
    @FunctionalInterface
    interface Look {
        /** Empty if it is as wanted, else what is not. */
        String missing() throws InterruptedException, NotRestored;
    }

    private Patience() {}

    /** @throws NotRestored with what was missing last */
    static void until(Instant deadline, Look look) throws InterruptedException, NotRestored {
        String missing = look.missing();
        while (!missing.isEmpty()) {
            if (Instant.now().isAfter(deadline)) {
                throw new NotRestored(missing, true);
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            missing = look.missing();
        }
    }

    /** The earlier of a deadline and so much time from now. */
    static Instant within(Duration time, Instant deadline) {
        Instant then = Instant.now().plus(time);
        return then.isBefore(deadline) ? then : deadline;
    }
}
