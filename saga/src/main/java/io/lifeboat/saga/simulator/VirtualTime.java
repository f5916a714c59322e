package io.lifeboat.saga.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.Random;

/** A clock that jumps from event to event, and the one source of chance. Same seed, same run. Not thread-safe. */
final class VirtualTime {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private record Entry(long atMicros, long order, Runnable task) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(atMicros, other.atMicros);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Entry> queue = new PriorityQueue<>();
    private final Random random;
    private long micros;
    private long order;

    VirtualTime(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 0x1234567L);
    }

    Instant now() {
        return BEGIN.plusNanos(micros * 1000);
    }

    long millis() {
        return micros / 1000;
    }

    Random random() {
        return random;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A duration between two numbers of microseconds. */
    Duration between(long fromMicros, long toMicros) {
        return Duration.ofNanos(1000 * (fromMicros + (long) (random.nextDouble() * (toMicros - fromMicros))));
    }

    void after(Duration delay, Runnable task) {
        queue.add(new Entry(micros + Math.max(0, delay.toNanos() / 1000), order++, task));
    }

    /** Runs the next event; false if there is none before the end. */
    boolean step(long endMillis) {
        Entry next = queue.peek();
        if (next == null || next.atMicros > endMillis * 1000) {
            micros = endMillis * 1000;
            return false;
        }
        queue.poll();
        micros = next.atMicros;
        next.task.run();
        return true;
    }
}
