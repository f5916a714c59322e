package io.lifeboat.saga.core;

import io.lifeboat.events.fold.ClaimRules;
import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.Guard;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.Ruling;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.fold.StepStatus;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.plan.Step;
import io.lifeboat.saga.Decider;
import io.lifeboat.saga.Decision;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What every service does that owns steps: it claims the next of its steps that may be claimed. Pure. */
public final class StepDecider implements Decider {
    private final Settings self;
    private final Predicate<ClaimId> running;
    private final String nothing;

    /** @param running whether this process is at work on a claim */
    public StepDecider(Settings self, Predicate<ClaimId> running) {
        this.self = self;
        this.running = running;
        this.nothing = "no step of %s may be claimed".formatted(self.service());
    }

    @Override
    public Decision decide(Workspace workspace, Fleet fleet, Instant now) {
        Instant soonest = null;
        for (Incident incident : (Iterable<Incident>) workspace.open()::iterator) {
            for (Step step : incident.plan().steps()) {
                if (step.spec().owner() != self.service()) {
                    continue;
                }
                Optional<Decision> claim = claim(workspace, fleet, incident, step, now);
                if (claim.isPresent()) {
                    return claim.get();
                }
                soonest = earlier(soonest, wakeUp(incident.status(step.id()).state(), now));
            }
        }
        return new Decision.Wait(soonest, nothing);
    }

    private Optional<Decision> claim(Workspace workspace, Fleet fleet, Incident incident, Step step, Instant now) {
        StepStatus status = incident.status(step.id());
        if (isAtWork(status) || isHeld(fleet, step, status)) {
            return Optional.empty();
        }
        Optional<Ruling> refusal = ClaimRules.refusal(workspace, incident, step, now, self.guards());
        if (refusal.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Decision.Claim(
                incident.id(), step.id(), status.attempt() + 1, step.arguments(), reason(step, status)));
    }

    private boolean isAtWork(StepStatus status) {
        StepState.Claimed claim = status.currentClaim();
        return claim != null && claim.process().equals(self.process()) && running.test(claim.claim());
    }

    /** A hold stops neither notices nor seals. */
    private boolean isHeld(Fleet fleet, Step step, StepStatus status) {
        StepState.Claimed claim = status.currentClaim();
        boolean sealing = claim != null && claim.stopRequested();
        return self.guards().stops(Guard.BARRIER, fleet.held() != null && !ClaimRules.isNotice(step) && !sealing);
    }

    private static String reason(Step step, StepStatus status) {
        return switch (status.state()) {
            case StepState.Ready ready ->
                status.attempt() == 0
                        ? "%s is ready".formatted(step.id())
                        : "%s is tried again, attempt %d".formatted(step.id(), status.attempt() + 1);
            case StepState.Claimed claimed ->
                "%s was claimed by %s, which is not at work on it: taken over".formatted(step.id(), claimed.process());
            case StepState.Pending p -> "%s is pending".formatted(step.id());
            case StepState.AwaitingApproval a -> "%s awaits approval".formatted(step.id());
            case StepState.Succeeded s -> "%s has succeeded".formatted(step.id());
            case StepState.Failed f -> "%s has failed".formatted(step.id());
            case StepState.Skipped s -> "%s was skipped".formatted(step.id());
        };
    }

    private static @Nullable Instant wakeUp(StepState state, Instant now) {
        return state instanceof StepState.Ready ready && ready.notBefore().isAfter(now) ? ready.notBefore() : null;
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }
}
