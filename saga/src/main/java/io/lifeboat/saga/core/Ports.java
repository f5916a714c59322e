package io.lifeboat.saga.core;

import io.lifeboat.events.serde.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * What a participant asks of its surroundings: Kafka, clock and threads in a service, the simulated world in the simulator.
 * All calls return at once; all answers come on the participant's loop, one at a time.
 */
public interface Ports {

    /** By the local clock. */
    Instant now();

    /** Runs something on the loop after a while. */
    void after(Duration delay, Runnable task);

    /**
     * Appends to a topic.
     *
     * @param partition given for what concerns a whole partition; else the key decides
     * @param onRefused if not all in-sync replicas acknowledged it: it may or may not be in the log. That it is, only reading it
     *     back tells
     */
    void append(String topic, OptionalInt partition, Envelope envelope, Runnable onRefused);

    /** The end of {@code lifeboat.fleet} now: everything acknowledged before stands below it. Empty if it cannot be had. */
    void endOfFleet(Consumer<OptionalLong> onDone);

    /** Starts blocking work on a thread of its own. */
    <T> Work start(String name, Callable<T> work, Consumer<Result<T>> onDone);

    /** Work under way. */
    interface Work {
        /** Interrupts it; its result still comes, and counts for nothing by then. */
        void cancel();
    }

    /** What became of blocking work. */
    sealed interface Result<T> {
        record Value<T>(T value) implements Result<T> {}

        record Thrown<T>(Throwable cause) implements Result<T> {}
    }
}
