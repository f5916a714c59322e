package io.lifeboat.verifier.check;

import java.time.Duration;

/**
 * One thing that must be true after a recovery, looked at through the public address: one file a check, found by CDI.
 * Thread-safe: the checks of a recovery run at once.
 */
public interface Check {

    /** The name that plans and reports use. */
    String name();

    /**
     * Looks. What the other side does is a result, never an exception.
     *
     * @throws InterruptedException when its time is over
     */
    CheckResult run(Scene scene) throws InterruptedException;

    /**
     * How long it may take.
     *
     * @param usual what a check that says nothing else gets
     */
    default Duration time(Scene scene, Duration usual) {
        return usual;
    }

    /** Whether it writes: such checks wait until the others have looked. */
    default boolean writes() {
        return false;
    }
}
