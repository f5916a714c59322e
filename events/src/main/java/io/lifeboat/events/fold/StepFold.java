package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.Ruling.voided;

import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.StepProgressed;
import io.lifeboat.events.plan.OnFailure;
import io.lifeboat.events.plan.Step;
import java.util.Map;
import java.util.Optional;

/** Claims and their results. */
final class StepFold {
    private StepFold() {}

    static Folded claimed(Workspace workspace, StepClaimed event, Context context) {
        Optional<Incident> incident = workspace.find(event.incident());
        Optional<Step> step = incident.flatMap(found -> found.plan().find(event.step()));
        if (incident.isEmpty() || step.isEmpty()) {
            return new Folded(workspace, noStep(event.incident(), event.step()));
        }
        return refusal(workspace, incident.get(), step.get(), event, context)
                .map(why -> new Folded(workspace, why))
                .orElseGet(() -> Folded.effective(claim(workspace, incident.get(), step.get(), event, context)));
    }

    private static Optional<Ruling> refusal(
            Workspace workspace, Incident incident, Step step, StepClaimed event, Context context) {
        Optional<Ruling> stranger = strangerRefusal(step, event, context);
        if (stranger.isPresent()) {
            return stranger;
        }
        StepStatus status = incident.status(step.id());
        StepState.Claimed current = status.currentClaim();
        if (current != null && current.claim().equals(event.claim())) {
            return Optional.of(voided("claim %s is the current one already", event.claim()));
        }
        if (context.stops(Guard.CLAIM_ATTEMPT, event.attempt() != status.attempt() + 1)) {
            return Optional.of(voided("attempt %d, expected %d", event.attempt(), status.attempt() + 1));
        }
        return ClaimRules.refusal(workspace, incident, step, context.at(), context.guards());
    }

    private static Optional<Ruling> strangerRefusal(Step step, StepClaimed event, Context context) {
        if (!context.writer().is(step.spec().owner())
                || !context.writer().process().equals(event.process())) {
            return Optional.of(voided(
                    "written by %s, expected %s itself",
                    context.writer().name(), step.spec().owner()));
        }
        if (context.stops(Guard.OWNERSHIP, !context.isOwner(step.spec().owner(), event.process()))) {
            return Optional.of(voided("%s is not the owner of the partition", event.process()));
        }
        for (Map.Entry<String, Object> planned : step.arguments().values().entrySet()) {
            if (!planned.getValue().equals(event.arguments().values().get(planned.getKey()))) {
                return Optional.of(voided("argument '%s' is not the plan's", planned.getKey()));
            }
        }
        return Optional.empty();
    }

    private static Workspace claim(
            Workspace workspace, Incident incident, Step step, StepClaimed event, Context context) {
        StepStatus status = incident.status(step.id());
        StepState.Claimed before = status.currentClaim();
        boolean stopRequested = before != null && before.stopRequested();
        long epoch = step.bindsEpoch() ? nextEpoch(workspace, context) : 0;
        StepState.Claimed claim = new StepState.Claimed(
                event.claim(), event.process(), epoch, event.arguments(), context.at(), stopRequested);
        Workspace next = workspace.with(incident.with(step.id(), status.claimed(claim)));
        Workspace bound = step.bindsEpoch() ? next.withTraffic(next.active(), epoch) : next;
        return step.movesTraffic() ? bound.coolingDownUntil(context.at().plus(incident.coolDown())) : bound;
    }

    private static long nextEpoch(Workspace workspace, Context context) {
        return context.stops(Guard.EPOCH_RISES, true) ? workspace.epoch() + 1 : Math.max(1, workspace.epoch());
    }

    static Folded ended(Workspace workspace, StepEnded event, Context context) {
        Optional<Incident> incident = workspace.find(event.incident());
        Optional<Step> step = incident.flatMap(found -> found.plan().find(event.step()));
        if (incident.isEmpty() || step.isEmpty()) {
            return new Folded(workspace, noStep(event.incident(), event.step()));
        }
        if (!context.writer().is(step.get().spec().owner())) {
            return new Folded(
                    workspace,
                    voided(
                            "written by %s, expected %s",
                            context.writer().name(), step.get().spec().owner()));
        }
        StepState.Claimed claim = incident.get().status(step.get().id()).currentClaim();
        if (claim == null || context.stops(Guard.CURRENT_CLAIM, !claim.claim().equals(event.claim()))) {
            return new Folded(workspace, voided("claim %s is not the current one", event.claim()));
        }
        return Folded.effective(end(workspace, incident.get(), step.get(), claim, event, context));
    }

    private static Workspace end(
            Workspace workspace,
            Incident incident,
            Step step,
            StepState.Claimed claim,
            StepEnded event,
            Context context) {
        StepStatus status = incident.status(step.id());
        StepStatus next = switch (event.verdict()) {
            case SUCCEEDED -> status.in(new StepState.Succeeded(claim.claim(), event.output(), context.at()));
            case FAILED -> status.in(failed(claim, event, context));
            case RETRY -> retry(step, status, claim, event, context);
            case CONFLICT -> status.in(event.unsealed() ? failed(claim, event, context) : reopened(claim, context));
        };
        Incident settled =
                Settling.settle(undoIfFailed(incident.with(step.id(), asApproved(step, next)), step), context.at());
        Workspace folded = workspace.with(settled);
        return next.state() instanceof StepState.Succeeded && step.movesTraffic()
                ? folded.withTraffic(new SiteId(claim.arguments().required("site")), folded.epoch())
                : folded;
    }

    /** Under a changed plan, what runs again is approved again. */
    private static StepStatus asApproved(Step step, StepStatus status) {
        return status.state() instanceof StepState.Ready ready
                        && status.approvals().size() < step.approval().persons()
                ? status.in(new StepState.AwaitingApproval(ready.since()))
                : status;
    }

    private static StepStatus retry(
            Step step, StepStatus status, StepState.Claimed claim, StepEnded event, Context context) {
        boolean again = status.retries() < step.retry().times() && !claim.stopRequested() && !event.unsealed();
        return again
                ? status.retried(new StepState.Ready(
                        context.at(), context.at().plus(step.retry().backoff())))
                : status.in(failed(claim, event, context));
    }

    /** A stopped step that met another epoch changed nothing and need not run again. */
    private static StepState reopened(StepState.Claimed claim, Context context) {
        return claim.stopRequested()
                ? new StepState.Skipped("stopped before it changed anything", context.at())
                : new StepState.Ready(context.at(), context.at());
    }

    private static StepState failed(StepState.Claimed claim, StepEnded event, Context context) {
        return claim.stopRequested() && !event.unsealed()
                ? new StepState.Skipped("stopped: " + event.why(), context.at())
                : new StepState.Failed(claim.claim(), event.why(), event.unsealed(), event.output(), context.at());
    }

    /** Not while a request of the failed step may still land: undoing waits for a person, as all that depends on it does. */
    static Incident undoIfFailed(Incident incident, Step step) {
        boolean undo = step.onFailure() == OnFailure.COMPENSATE
                && incident.status(step.id()).state() instanceof StepState.Failed failed
                && !failed.unsealed();
        return undo ? incident.undo() : incident;
    }

    static Folded progressed(Workspace workspace, StepProgressed event, Context context) {
        Optional<Ruling> stranger = workspace
                .find(event.incident())
                .flatMap(incident -> incident.plan().find(event.step()))
                .flatMap(step -> context.strangerTo(step.spec().owner()));
        if (stranger.isPresent()) {
            return new Folded(workspace, stranger.get());
        }
        boolean current = workspace
                .find(event.incident())
                .flatMap(incident -> incident.find(event.step()))
                .map(StepStatus::currentClaim)
                .filter(claim -> claim.claim().equals(event.claim()))
                .isPresent();
        return new Folded(
                workspace, current ? Ruling.effective() : voided("claim %s is not the current one", event.claim()));
    }

    private static Ruling noStep(IncidentId incident, StepId step) {
        return voided("no open incident %s has a step '%s'", incident, step);
    }
}
