package io.lifeboat.events.fold;

/**
 * Asked wherever a guard decides. Services have them all; only the simulator takes one out, to show the harm, and counts how
 * often each was exercised.
 */
@FunctionalInterface
public interface Guards {
    /** Every guard stands. */
    Guards ALL = (guard, broken) -> broken;

    /**
     * Whether the guard stops what is about to happen.
     *
     * @param broken whether the guard's rule is broken
     */
    boolean stops(Guard guard, boolean broken);
}
