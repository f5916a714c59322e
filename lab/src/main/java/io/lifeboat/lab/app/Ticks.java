package io.lifeboat.lab.app;

import java.time.Instant;

/** The two clocks a tally goes by: one for people, one for lengths. */
interface Ticks {

    /** The wall clock. */
    Instant now();

    /** Monotonic, in milliseconds from anywhere. */
    long millis();

    static Ticks system() {
        return new Ticks() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public long millis() {
                return System.nanoTime() / 1_000_000;
            }
        };
    }
}
