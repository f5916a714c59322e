package io.lifeboat.benchmarks.saga;

import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.fold.Ruling;
import io.lifeboat.events.incident.IncidentAdvanced;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.saga.core.Listener;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Times an incident where a service folds it, by {@code System.nanoTime}: from the opening's to the last result's read-back.
 * It listens to both services, which live in one process and so share the clock. Thread-safe.
 */
final class Stopwatch {
    private static final long LIMIT_SECONDS = 60;

    /** Parts of an incident's time, in nanoseconds. */
    record Lap(long total, long claims, long actions, long results) {}

    private final BlockingQueue<Lap> laps = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> closings = new LinkedBlockingQueue<>();
    private long started;
    private long last;
    private long claims;
    private long actions;
    private long results;

    /** What the first service hears; only it sees the beginning and the end, so nothing counts twice. */
    Listener first() {
        return new Part() {
            @Override
            public void folded(LogRecord record, Ruling ruling) {
                if (ruling.isEffective()) { // a void repeat of what was appended twice says nothing
                    fold(record);
                }
            }
        };
    }

    /** What the second service hears. */
    Listener second() {
        return new Part() {};
    }

    private synchronized void fold(LogRecord record) {
        long now = System.nanoTime();
        switch (record.event()) {
            case IncidentOpened opened -> start(now);
            case StepEnded ended -> end(ended, now);
            case IncidentAdvanced advanced when advanced.stage() == Stage.CLOSED -> closings.add(now);
            default -> {}
        }
    }

    private void start(long now) {
        started = now;
        last = now;
        claims = 0;
        actions = 0;
        results = 0;
    }

    private void end(StepEnded ended, long now) {
        results += now - last;
        last = now;
        if (ended.step().equals(TenSteps.LAST)) {
            laps.add(new Lap(now - started, claims, actions, results));
        }
    }

    private synchronized void claimed() {
        long now = System.nanoTime();
        claims += now - last;
        last = now;
    }

    private synchronized void acted() {
        long now = System.nanoTime();
        actions += now - last;
        last = now;
    }

    private abstract class Part implements Listener {
        @Override
        public void claimWon(StepClaimed claim) {
            claimed();
        }

        @Override
        public void stepEnded(StepEnded event, Duration took) {
            acted();
        }
    }

    /** @throws IllegalStateException if the incident's steps have not ended within a minute */
    Lap awaitLap() throws InterruptedException {
        Lap lap = laps.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (lap == null) {
            throw new IllegalStateException("the ten steps did not end within " + LIMIT_SECONDS + " s");
        }
        return lap;
    }

    void awaitClosed() throws InterruptedException {
        if (closings.poll(LIMIT_SECONDS, TimeUnit.SECONDS) == null) {
            throw new IllegalStateException("the incident did not close within " + LIMIT_SECONDS + " s");
        }
    }
}
