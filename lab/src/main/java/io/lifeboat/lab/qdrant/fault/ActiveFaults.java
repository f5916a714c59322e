package io.lifeboat.lab.qdrant.fault;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The faults that are on: at most one of a kind, the latest. Thread-safe. */
public final class ActiveFaults {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<FaultKind, Fault> active = new EnumMap<>(FaultKind.class);
    private final Map<FaultKind, Double> due = new EnumMap<>(FaultKind.class);

    void put(Fault fault) {
        lock.lock();
        try {
            active.put(fault.kind(), fault);
            due.put(fault.kind(), 0.0);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean remove(FaultKind kind) {
        lock.lock();
        try {
            changed.signalAll();
            return active.remove(kind) != null;
        } finally {
            lock.unlock();
        }
    }

    List<Fault> list() {
        lock.lock();
        try {
            return List.copyOf(active.values());
        } finally {
            lock.unlock();
        }
    }

    /** The fault of this kind, if this request (of this collection, or of none) is one that suffers. Counts towards its rate. */
    Optional<Fault> strike(FaultKind kind, Optional<String> collection) {
        lock.lock();
        try {
            Fault fault = active.get(kind);
            boolean meant = fault != null
                    && (fault.collection().isEmpty() || fault.collection().equals(collection));
            if (!meant) {
                return Optional.empty();
            }
            double sum = due.get(kind) + fault.rate();
            boolean now = sum >= 1 - 1e-9;
            due.put(kind, now ? sum - 1 : sum);
            return now ? Optional.of(fault) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the fault is taken back, or the time is over. */
    void awaitEnd(FaultKind kind, Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (active.containsKey(kind) && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    static Duration forEver() {
        return Duration.ofNanos(TimeUnit.DAYS.toNanos(365));
    }
}
