package io.lifeboat.detector.probe.http;

import io.lifeboat.detector.probe.schedule.ProbeScheduler;
import io.lifeboat.detector.probe.schedule.TimerWheel;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * The ends of all exchanges' time, by one timer, which runs only while there are any. They come up to two ticks late, never
 * early. Belongs to one event loop.
 */
final class Timeouts {
    private static final Duration TICK = ProbeScheduler.TICK;
    private static final int SLOTS = 256;

    private final Vertx vertx;
    private final TimerWheel<Exchange> wheel = new TimerWheel<>(TICK, SLOTS, System.nanoTime());
    private int waiting;
    private boolean ticking;

    Timeouts(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Tells the exchange when its time is over, unless it is over by then. */
    void watch(Exchange exchange, Duration time) {
        wheel.schedule(exchange, System.nanoTime() + time.toNanos());
        waiting++;
        if (!ticking) {
            ticking = true;
            vertx.setTimer(TICK.toMillis(), fired -> tick());
        }
    }

    private void tick() {
        for (Exchange exchange : wheel.advance(System.nanoTime())) {
            waiting--;
            exchange.timedOut();
        }
        ticking = waiting > 0;
        if (ticking) {
            vertx.setTimer(TICK.toMillis(), fired -> tick());
        }
    }
}
