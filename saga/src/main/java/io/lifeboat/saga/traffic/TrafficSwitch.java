package io.lifeboat.saga.traffic;

import io.lifeboat.events.step.EffectClass;
import java.io.IOException;

/**
 * Something that sends a workspace's traffic to one place: a record, a load balancer, an edge. Thread-safe. One file a kind.
 */
public interface TrafficSwitch {

    /** CAS if {@link #compareAndSet} compares all three atomically at the target, else BARE. */
    EffectClass effect();

    /** @throws IOException if the target cannot be asked */
    Reading read() throws IOException, InterruptedException;

    /**
     * Writes {@code wanted} if the target still stores exactly {@code expected}.
     *
     * @return whether it was written; {@code false} means for certain that it was not and never will be
     * @throws IOException if it is not known whether the request has landed or still will
     */
    boolean compareAndSet(Reading expected, Reading wanted) throws IOException, InterruptedException;
}
