package io.lifeboat.saga.simulator;

import io.lifeboat.events.fold.Guard;
import org.jspecify.annotations.Nullable;

/**
 * What to simulate.
 *
 * @param runs how many seeds
 * @param seed the first one
 * @param without a guard that is taken out, to show the harm; absent: all stand
 */
public record SimulationOptions(
        long runs, long seed, @Nullable Guard without) {

    public SimulationOptions {
        if (runs < 1) {
            throw new IllegalArgumentException("runs: expected 1 or more, got " + runs);
        }
    }
}
