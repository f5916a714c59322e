package io.lifeboat.detector.probe.schedule;

import java.time.Instant;

/** Both times that watching needs. */
public interface Clock {

    /** Wall-clock time, for people and events. */
    Instant now();

    /** Nanoseconds that only grow: for all that waits. */
    long nanos();

    /** The machine's. */
    static Clock system() {
        return new Clock() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }
        };
    }
}
