package io.lifeboat.saga.kafka;

import io.lifeboat.events.serde.Envelope;
import io.lifeboat.events.serde.EventCodec;
import io.lifeboat.saga.core.Ports;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A participant's surroundings in a service: Kafka, the wall clock, workers for what blocks. An answer is taken into the loop by
 * the thread that has it, and an action runs on the thread that asked for its barrier: from a claim's read-back to its verdict
 * work changes threads once.
 */
final class KafkaPorts implements Ports {
    private final Loop loop;
    private final Workers workers;
    private final Publisher publisher;
    private final FleetEnd fleetEnd;
    private final AtomicLong lastAcknowledged = new AtomicLong(System.nanoTime());

    KafkaPorts(Loop loop, Workers workers, Publisher publisher, FleetEnd fleetEnd) {
        this.loop = loop;
        this.workers = workers;
        this.publisher = publisher;
        this.fleetEnd = fleetEnd;
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void after(Duration delay, Runnable task) {
        loop.after(delay, task);
    }

    @Override
    public void append(String topic, OptionalInt partition, Envelope envelope, Runnable onRefused) {
        Integer to = partition.isPresent() ? partition.getAsInt() : null;
        publisher.append(topic, to, EventCodec.encode(envelope), acknowledged -> {
            if (acknowledged) {
                lastAcknowledged.set(System.nanoTime());
            } else {
                loop.execute(onRefused); // on a client's thread, which must not run it
            }
        });
    }

    @Override
    public void endOfFleet(Consumer<OptionalLong> onDone) {
        boolean asked = workers.execute(() -> {
            OptionalLong end = fleetEnd.ask();
            loop.run(() -> onDone.accept(end));
        });
        if (!asked) {
            loop.execute(() -> onDone.accept(OptionalLong.empty())); // closing
        }
    }

    @Override
    public <T> Work start(String name, Callable<T> work, Consumer<Result<T>> onDone) {
        BlockingWork<T> blocking = new BlockingWork<>(work);
        workers.execute(() -> {
            Result<T> result = blocking.run();
            loop.run(() -> onDone.accept(result));
        });
        return blocking;
    }

    /** Time since the broker acknowledged anything, beats included. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastAcknowledged.get());
    }
}
