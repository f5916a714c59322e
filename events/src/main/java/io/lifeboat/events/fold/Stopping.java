package io.lifeboat.events.fold;

import io.lifeboat.events.plan.Step;
import java.time.Instant;

/** How a step is stopped: at once if nothing of it can still land, else by asking its owner to seal it. */
final class Stopping {
    private Stopping() {}

    static StepStatus stop(Step step, StepStatus status, String why, Instant at) {
        return switch (status.state()) {
            case StepState.Claimed claimed ->
                step.bindsEpoch()
                        ? status.in(new StepState.Claimed(
                                claimed.claim(),
                                claimed.process(),
                                claimed.epoch(),
                                claimed.arguments(),
                                claimed.since(),
                                true))
                        : status.in(new StepState.Skipped(why, at));
            // A person vouches for it: nothing of this claim can land any more.
            case StepState.Failed failed ->
                status.in(new StepState.Failed(failed.claim(), failed.why(), false, failed.output(), failed.at()));
            case StepState.Pending p -> status.in(new StepState.Skipped(why, at));
            case StepState.AwaitingApproval a -> status.in(new StepState.Skipped(why, at));
            case StepState.Ready r -> status.in(new StepState.Skipped(why, at));
            case StepState.Succeeded s -> status;
            case StepState.Skipped s -> status;
        };
    }

    /** Stops all but what shall run even then: last notices, and compensation where the incident is undone. */
    static Incident stopAll(Incident incident, String why, Instant at) {
        Incident next = incident;
        for (Step step : incident.plan().steps()) {
            StepStatus status = next.status(step.id());
            boolean runs = step.evenIfAborted() || step.compensates() != null && incident.undoing();
            if (!runs && !status.state().isEnded()) {
                next = next.with(step.id(), stop(step, status, why, at));
            }
        }
        return Settling.settle(next, at);
    }
}
