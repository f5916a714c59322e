package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.Ruling.voided;

import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.events.step.StepCatalogue;
import java.time.Instant;
import java.util.Optional;

/**
 * When a step may be claimed. The fold asks it of a claim in the log, a decider before it makes one: so a decider never
 * proposes what the fold would void, and each rule stands once. Pure.
 */
public final class ClaimRules {
    private ClaimRules() {}

    /** Why a claim of this step would be void at this time; nothing if it would count. */
    public static Optional<Ruling> refusal(
            Workspace workspace, Incident incident, Step step, Instant at, Guards guards) {
        StepStatus status = incident.status(step.id());
        Optional<Ruling> closed = stateRefusal(step, status, at, guards);
        return closed.or(() -> MoveRules.lockRefusal(incident, step))
                .or(() -> stopRefusal(workspace, incident, step, status, at, guards));
    }

    private static Optional<Ruling> stateRefusal(Step step, StepStatus status, Instant at, Guards guards) {
        return switch (status.state()) {
            case StepState.Pending p -> refuse(guards, Guard.NEEDS, "it waits for other steps");
            case StepState.AwaitingApproval a -> refuse(guards, Guard.APPROVAL, "it waits for approval");
            case StepState.Ready ready -> earlyRefusal(ready, at);
            case StepState.Claimed claimed -> takeoverRefusal(step, status, claimed, guards);
            case StepState.Succeeded s -> refuse(guards, Guard.ENDED_STEPS, "it has succeeded");
            case StepState.Failed f -> refuse(guards, Guard.ENDED_STEPS, "it has failed");
            case StepState.Skipped s -> refuse(guards, Guard.ENDED_STEPS, "it was skipped");
        };
    }

    private static Optional<Ruling> refuse(Guards guards, Guard guard, String why) {
        return guards.stops(guard, true) ? Optional.of(voided(why)) : Optional.empty();
    }

    private static Optional<Ruling> earlyRefusal(StepState.Ready ready, Instant at) {
        return at.isBefore(ready.notBefore())
                ? Optional.of(voided("too early, its retry waits until %s", ready.notBefore()))
                : Optional.empty();
    }

    /** A BARE effect may still be under way in a process that seems dead: only a person or the plan lets it run again. */
    private static Optional<Ruling> takeoverRefusal(
            Step step, StepStatus status, StepState.Claimed claimed, Guards guards) {
        boolean again =
                step.effect() != EffectClass.BARE || step.mayRunTwice() || status.rerunAllowed() == status.attempt();
        return guards.stops(Guard.BARE_TAKEOVER, !again)
                ? Optional.of(voided("its effect is BARE and may still be under way in %s", claimed.process()))
                : Optional.empty();
    }

    /** A stopped claim may always be taken over: it can only be sealed. Notices are never stopped. */
    private static Optional<Ruling> stopRefusal(
            Workspace workspace, Incident incident, Step step, StepStatus status, Instant at, Guards guards) {
        StepState.Claimed current = status.currentClaim();
        if (isNotice(step) || current != null && current.stopRequested()) {
            return Optional.empty();
        }
        Optional<String> stopped = workspace.stopped(at, incident.automatic());
        return guards.stops(Guard.WORKSPACE_HOLD, stopped.isPresent())
                ? stopped.map(Ruling.Voided::new)
                : Optional.empty();
    }

    /** Whether a step only tells people: neither hold, brake nor maintenance stops it. */
    public static boolean isNotice(Step step) {
        return step.type().equals(StepCatalogue.NOTIFY) || step.type().equals(StepCatalogue.ESCALATE);
    }
}
