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

/** A participant's surroundings in a service: Kafka, the wall clock, a virtual thread for each action. */
final class KafkaPorts implements Ports {
    private final Loop loop;
    private final Publisher publisher;
    private final FleetEnd fleetEnd;
    private final AtomicLong lastAcknowledged = new AtomicLong(System.nanoTime());

    KafkaPorts(Loop loop, Publisher publisher, FleetEnd fleetEnd) {
        this.loop = loop;
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
    public void append(String topic, OptionalInt partition, Envelope envelope, Consumer<Boolean> onDone) {
        Integer to = partition.isPresent() ? partition.getAsInt() : null;
        publisher.append(topic, to, EventCodec.encode(envelope), acknowledged -> {
            if (acknowledged) {
                lastAcknowledged.set(System.nanoTime());
            }
            loop.execute(() -> onDone.accept(acknowledged));
        });
    }

    @Override
    public void endOfFleet(Consumer<OptionalLong> onDone) {
        fleetEnd.ask(end -> loop.runHere(() -> onDone.accept(end)));
    }

    @Override
    public <T> Work start(String name, Callable<T> work, Consumer<Result<T>> onDone) {
        Thread thread = Thread.ofVirtual().name(name).start(() -> {
            Result<T> result = call(work);
            loop.execute(() -> onDone.accept(result));
        });
        return thread::interrupt;
    }

    private static <T> Result<T> call(Callable<T> work) {
        try {
            return new Result.Value<>(work.call());
        } catch (InterruptedException e) {
            return new Result.Thrown<>(e); // the thread ends here
        } catch (Exception | Error e) {
            return new Result.Thrown<>(e);
        }
    }

    /** Time since the broker acknowledged anything, beats included. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastAcknowledged.get());
    }
}
