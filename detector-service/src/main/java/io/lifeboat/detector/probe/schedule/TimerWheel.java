package io.lifeboat.detector.probe.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Many coarse timers for the price of one: a ring of slots, each a tick wide. What is due within one tick comes
 * together; nothing comes early. Not thread-safe: belongs to one event loop. Times are in nanoseconds of any monotonic
 * clock.
 */
public final class TimerWheel<T> {
    private final long tickNanos;
    private final List<List<Entry<T>>> slots;
    private long handled;

    private record Entry<T>(T item, long dueTick) {}

    /**
     * @param tick width of a slot
     * @param slotCount slots in the ring; timers further away than it is long just go round
     */
    public TimerWheel(Duration tick, int slotCount, long now) {
        if (tick.toNanos() < 1 || slotCount < 1) {
            throw new IllegalArgumentException(
                    "wheel: expected a tick and slots above zero, got %s and %d".formatted(tick, slotCount));
        }
        tickNanos = tick.toNanos();
        slots = new ArrayList<>(slotCount);
        for (int i = 0; i < slotCount; i++) {
            slots.add(new ArrayList<>());
        }
        handled = Math.floorDiv(now, tickNanos);
    }

    /** The item is given out by the first {@link #advance} at or after that time. */
    public void schedule(T item, long due) {
        long dueTick = Math.max(handled + 1, Math.ceilDiv(due, tickNanos));
        slotOf(dueTick).add(new Entry<>(item, dueTick));
    }

    /** Everything that has become due, in the order of the ticks. */
    public List<T> advance(long now) {
        long until = Math.floorDiv(now, tickNanos);
        List<T> due = new ArrayList<>();
        long from = Math.max(handled + 1, until - slots.size() + 1);
        for (long tick = from; tick <= until; tick++) {
            collect(slotOf(tick), until, due);
        }
        handled = Math.max(handled, until);
        return due;
    }

    private static <T> void collect(List<Entry<T>> slot, long until, List<T> due) {
        slot.removeIf(entry -> {
            boolean ripe = entry.dueTick() <= until;
            if (ripe) {
                due.add(entry.item());
            }
            return ripe;
        });
    }

    private List<Entry<T>> slotOf(long tick) {
        return slots.get((int) Math.floorMod(tick, (long) slots.size()));
    }
}
