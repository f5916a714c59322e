package io.lifeboat.detector.probe.vantage;

import io.lifeboat.detector.probe.schedule.ProbeScheduler;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives a vantage its event loop and its ticks. */
public final class VantageVerticle extends AbstractVerticle {
    private static final long LEAVE_MILLIS = 1_000;

    private final Function<Executor, Vantage> maker;
    private volatile @Nullable Vantage vantage;

    /** @param maker makes the vantage for the event loop that it is given */
    public VantageVerticle(Function<Executor, Vantage> maker) {
        this.maker = maker;
    }

    @Override
    public void start() {
        Vantage made = maker.apply(task -> context.runOnContext(none -> task.run()));
        vantage = made;
        vertx.setPeriodic(ProbeScheduler.TICK.toMillis(), timer -> made.tick());
        vertx.setPeriodic(0, Beat.PERIOD.toMillis(), timer -> made.beat());
    }

    /** Takes the beat back; a broker that is away holds up the end for a second at most. */
    @Override
    public void stop(Promise<Void> stopped) {
        Vantage ending = vantage;
        if (ending == null) {
            stopped.complete();
            return;
        }
        Future.fromCompletionStage(ending.leave(), context)
                .timeout(LEAVE_MILLIS, TimeUnit.MILLISECONDS)
                .onComplete(left -> stopped.complete());
    }

    /** Runs something on the vantage's event loop, from any thread; nothing happens before its start. */
    public void tell(Consumer<Vantage> message) {
        Vantage told = vantage;
        if (told != null) {
            context.runOnContext(none -> message.accept(told));
        }
    }
}
