package io.lifeboat.benchmarks.failover;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells when processes have come to rest after their start: they use no less of the processor than a window before. Where
 * compilers and rehearsals are still at work, each window is cheaper than the one before. Not thread-safe.
 */
final class Calm {
    /** A window that is cheaper by less than this share is not cheaper: so much is chance. */
    private static final double CHANCE = 0.15;

    private static final int STEADY_WINDOWS = 2;

    private @Nullable Duration before;
    private int steady;

    /**
     * Takes the processor time of one more window, all windows being of one length.
     *
     * @return whether two windows in a row were no cheaper than the ones before them
     */
    boolean after(Duration window) {
        boolean cheaper = before == null || window.toNanos() < (1 - CHANCE) * before.toNanos();
        steady = cheaper ? 0 : steady + 1;
        before = window;
        return steady >= STEADY_WINDOWS;
    }
}
