package io.lifeboat.saga.core;

import io.lifeboat.events.serde.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Surroundings that keep what was asked and answer when told. */
final class FakePorts implements Ports {
    private record Timer(Instant at, Runnable task) {}

    final List<Envelope> appended = new ArrayList<>();
    private final List<Runnable> refusals = new ArrayList<>();
    private final List<Timer> timers = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void refuse(int append) {
        refusals.get(append).run();
    }

    /** The clock, not what was set to happen after some time. */
    void setBack(Duration by) {
        now = now.minus(by);
        timers.replaceAll(timer -> new Timer(timer.at().minus(by), timer.task()));
    }

    void advance(Duration by) {
        Instant until = now.plus(by);
        while (true) {
            Timer due = timers.stream()
                    .filter(timer -> !timer.at().isAfter(until))
                    .min(java.util.Comparator.comparing(Timer::at))
                    .orElse(null);
            if (due == null) {
                now = until;
                return;
            }
            timers.remove(due);
            now = due.at().isAfter(now) ? due.at() : now;
            due.task().run();
        }
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void after(Duration delay, Runnable task) {
        timers.add(new Timer(now.plus(delay), task));
    }

    @Override
    public void append(String topic, OptionalInt partition, Envelope envelope, Runnable onRefused) {
        appended.add(envelope);
        refusals.add(onRefused);
    }

    @Override
    public void endOfFleet(Consumer<OptionalLong> onDone) {
        onDone.accept(OptionalLong.of(0));
    }

    @Override
    public <T> Work start(String name, Callable<T> work, Consumer<Result<T>> onDone) {
        throw new IllegalStateException("no work is expected here");
    }
}
