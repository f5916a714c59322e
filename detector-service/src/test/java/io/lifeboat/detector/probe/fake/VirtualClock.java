package io.lifeboat.detector.probe.fake;

import io.lifeboat.detector.probe.schedule.Clock;
import java.time.Duration;
import java.time.Instant;

/** A clock that stands until it is told to go on. */
public final class VirtualClock implements Clock {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private long nanos;

    @Override
    public Instant now() {
        return START.plusNanos(nanos);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    public void pass(Duration time) {
        nanos += time.toNanos();
    }
}
