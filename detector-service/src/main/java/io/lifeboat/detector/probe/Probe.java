package io.lifeboat.detector.probe;

import io.vertx.core.Future;
import java.time.Duration;

/**
 * One way to look at a target. An open set: a new probe is one bean, found by CDI, and a test that extends
 * {@code ProbeContract}.
 *
 * <p>All calls come from one event loop, so a probe may keep state without locks but must never block. It never throws,
 * and never fails its future, for what a target does: that is a result. Each of its requests keeps to
 * {@link Deadline#next()}, and reads at most 16 MiB.
 */
public interface Probe {

    /** Named in reports and metrics: lower case, with dashes. */
    String name();

    /** Whether this probe has something to say about that target. */
    boolean suits(ProbeTarget target);

    /** How often it looks while all is well. */
    default Duration period(ProbeTarget target) {
        return target.settings().period();
    }

    /** Looks once. At most one run for each target is under way. */
    Future<ProbeResult> run(ProbeTarget target, Deadline deadline);

    /** Called once before the first run. A probe that notices a failure between its runs rings. */
    default void watch(ProbeTarget target, Alarm alarm) {}

    /** Called once after the last run: what is held for the target is let go. */
    default void forget(ProbeTarget target) {}

    /** Rung with evidence that came unasked; the target's probes are then run at once. */
    @FunctionalInterface
    interface Alarm {
        void ring(ProbeResult seen);
    }
}
