package io.lifeboat.restore.action;

import io.lifeboat.events.plan.Arguments;
import io.lifeboat.saga.step.StepContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;

/** Tells people how far a long step is, at most every two seconds. Thread-safe. */
final class Paced implements LongConsumer {
    static final Duration PACE = Duration.ofSeconds(2);

    private final StepContext context;
    private final Clock clock;
    private final long all;
    private final Instant began;
    private final AtomicReference<Instant> next;

    /** @param all bytes in the end */
    Paced(StepContext context, Clock clock, long all) {
        this.context = context;
        this.clock = clock;
        this.all = all;
        this.began = clock.instant();
        this.next = new AtomicReference<>(began.plus(PACE));
    }

    @Override
    public void accept(long bytes) {
        Instant now = clock.instant();
        Instant due = next.get();
        if (now.isBefore(due) || !next.compareAndSet(due, now.plus(PACE))) {
            return;
        }
        long millis = Duration.between(began, now).toMillis();
        long left = bytes == 0 ? 0 : (all - bytes) * millis / bytes / 1000;
        Arguments output = Arguments.of("bytes", bytes).with("ofBytes", all).with("secondsLeft", left);
        context.progress()
                .accept("%d of %d MB are restored, about %d s to go".formatted(bytes >> 20, all >> 20, left), output);
    }
}
