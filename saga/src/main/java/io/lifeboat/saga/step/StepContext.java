package io.lifeboat.saga.step;

import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Step;
import java.time.Instant;
import java.util.function.BiConsumer;

/**
 * What an action knows of its claim: the state of the log when it started. Immutable, but for {@link #progress}.
 *
 * @param claim its arguments are what may be done, its id is the stable key of every effect
 * @param deadline by the local clock; the action is interrupted then
 * @param progress tells people how far a long action is; safe to call from any thread
 */
public record StepContext(
        Workspace workspace,
        Incident incident,
        Step step,
        StepState.Claimed claim,
        int attempt,
        Instant deadline,
        BiConsumer<String, Arguments> progress) {

    public Arguments arguments() {
        return claim.arguments();
    }

    /** The stable key that is sent with every effect that takes one. */
    public String key() {
        return claim.claim().toString();
    }
}
