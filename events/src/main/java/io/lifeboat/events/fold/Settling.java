package io.lifeboat.events.fold;

import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.Step;
import java.time.Instant;
import java.util.Optional;

/** What follows by itself when a step has ended: which steps become ready, which can never run. Pure. */
final class Settling {
    /** From good to bad. */
    private enum Fit {
        MET,
        OPEN,
        IMPOSSIBLE
    }

    private Settling() {}

    /** Repeats until nothing changes: a skipped step may make others ready or impossible. */
    static Incident settle(Incident incident, Instant at) {
        Incident current = incident;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Step step : current.plan().steps()) {
                Optional<Incident> next = settle(current, step, at);
                changed |= next.isPresent();
                current = next.orElse(current);
            }
        }
        return current;
    }

    /** Nothing if it stays as it is. */
    private static Optional<Incident> settle(Incident incident, Step step, Instant at) {
        StepStatus status = incident.status(step.id());
        if (!(status.state() instanceof StepState.Pending)) {
            return Optional.empty();
        }
        return switch (fit(incident, step)) {
            case OPEN -> Optional.empty();
            case IMPOSSIBLE ->
                settled(incident, step, new StepState.Skipped("what it needs cannot happen any more", at));
            case MET -> settled(incident, step, open(step, status, at));
        };
    }

    private static Optional<Incident> settled(Incident incident, Step step, StepState state) {
        return Optional.of(incident.with(step.id(), incident.status(step.id()).in(state)));
    }

    private static StepState open(Step step, StepStatus status, Instant at) {
        return status.approvals().size() < step.approval().persons()
                ? new StepState.AwaitingApproval(at)
                : new StepState.Ready(at, at);
    }

    private static Fit fit(Incident incident, Step step) {
        if (step.compensates() != null && !mayBeUndone(incident, step.compensates())) {
            return Fit.OPEN;
        }
        if (incident.stage() == Stage.ABORTED && !step.evenIfAborted() && step.compensates() == null) {
            return Fit.IMPOSSIBLE;
        }
        Fit worst = Fit.MET;
        for (Need need : step.needs()) {
            Fit fit = fit(incident.status(need.step()).state(), need);
            worst = fit.compareTo(worst) > 0 ? fit : worst;
        }
        return worst;
    }

    /** Nothing is undone while a traffic request may still land: the old site must not come back before. */
    private static boolean mayBeUndone(Incident incident, StepId compensated) {
        return incident.isToBeUndone(compensated) && !MoveRules.mayLand(incident);
    }

    private static Fit fit(StepState needed, Need need) {
        if (!needed.isEnded() || needed instanceof StepState.Failed failed && failed.unsealed()) {
            return Fit.OPEN;
        }
        boolean met = switch (need.outcome()) {
            case SUCCEEDED -> needed instanceof StepState.Succeeded;
            case FAILED -> needed instanceof StepState.Failed;
            case ENDED -> true;
        };
        return met ? Fit.MET : Fit.IMPOSSIBLE;
    }
}
