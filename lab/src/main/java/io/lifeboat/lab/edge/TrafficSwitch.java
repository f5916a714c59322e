package io.lifeboat.lab.edge;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/** The one place where the traffic value changes: compare, hold, store, take effect, one set at a time. Thread-safe. */
final class TrafficSwitch {

    private final ReentrantLock lock = new ReentrantLock();
    private final TrafficStore store;
    private final Gate gate;
    private final InstantSource clock;
    private Optional<String> broken = Optional.empty();

    TrafficSwitch(TrafficStore store, Gate gate, InstantSource clock) {
        this.store = store;
        this.gate = gate;
        this.clock = clock;
    }

    Traffic current() {
        lock.lock();
        try {
            return store.current();
        } finally {
            lock.unlock();
        }
    }

    List<Switch> journal() {
        lock.lock();
        try {
            return store.journal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sets the value if the current one is the expected one and the rule allows it.
     *
     * @throws IOException if it could not be stored: what stands on disk is then unknown, and nothing more is set before a restart
     */
    SetResult set(Traffic expected, Traffic wanted) throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            if (broken.isPresent()) {
                throw new IOException("the edge must be restarted: " + broken.get());
            }
            Optional<String> refusal = TrafficRule.refusal(store.current(), expected, wanted);
            if (refusal.isPresent()) {
                return new SetResult.Refused(store.current(), refusal.get());
            }
            return new SetResult.Stored(make(wanted));
        } catch (TimeoutException e) {
            broken = Optional.of("its data side did not answer: " + e.getMessage());
            throw new IOException(broken.get(), e);
        } finally {
            lock.unlock();
        }
    }

    private Switch make(Traffic wanted) throws IOException, InterruptedException, TimeoutException {
        Switch made = new Switch(store.nextSequence(), clock.instant(), store.current(), wanted);
        gate.hold();
        try {
            store.save(made);
        } catch (IOException e) {
            broken = Optional.of("a set could not be stored: " + e.getMessage());
            gate.release();
            throw e;
        }
        gate.move(wanted);
        return made;
    }
}
