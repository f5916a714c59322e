package io.lifeboat.failover.assess;

import java.util.ArrayList;
import java.util.List;

/** One finding for each of several things. */
final class Each {
    private Each() {}

    /** A part of a check that blocks. */
    interface Part<T> {
        Finding of(T thing) throws InterruptedException;
    }

    static <T> List<Finding> of(List<T> things, Part<T> part) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (T thing : things) {
            findings.add(part.of(thing));
        }
        return findings;
    }
}
