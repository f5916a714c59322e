package io.lifeboat.cli.demo;

import java.time.Duration;

/** How an objective was kept. */
enum Verdict {
    MET,
    /** The target was missed, the maximum kept. */
    MISSED,
    /** The maximum was not kept. */
    BREACHED;

    static Verdict of(Duration target, Duration most, Duration actual) {
        if (actual.compareTo(target) <= 0) {
            return MET;
        }
        return actual.compareTo(most) <= 0 ? MISSED : BREACHED;
    }
}
