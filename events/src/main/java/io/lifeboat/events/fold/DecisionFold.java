package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.Ruling.voided;

import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.DecisionEvent;
import io.lifeboat.events.incident.IncidentAborted;
import io.lifeboat.events.incident.IncidentAcknowledged;
import io.lifeboat.events.incident.IncidentAdvanced;
import io.lifeboat.events.incident.MaintenanceSet;
import io.lifeboat.events.incident.PlanChanged;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.incident.StepEscalated;
import io.lifeboat.events.incident.StepSkipped;
import io.lifeboat.events.incident.WorkspaceHeld;
import io.lifeboat.events.incident.WorkspaceReleased;
import io.lifeboat.events.plan.Step;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Decisions: each was made on a version of all earlier ones, and is void if there has been another since. */
final class DecisionFold {
    private DecisionFold() {}

    static Folded apply(Workspace workspace, DecisionEvent event, Context context) {
        if (!context.writer().is(Service.DETECTOR)) {
            return new Folded(
                    workspace,
                    voided("written by %s, expected detector", context.writer().name()));
        }
        if (context.stops(Guard.DECISION_BASIS, event.basis() != workspace.version())) {
            return new Folded(
                    workspace, voided("decided on version %d, but %d is current", event.basis(), workspace.version()));
        }
        Optional<Ruling> replay = Commands.replay(workspace, event.command(), context.guards());
        if (replay.isPresent()) {
            return new Folded(workspace, replay.get());
        }
        Folded folded = decide(workspace, event, context);
        return folded.ruling().isEffective() ? Folded.effective(count(folded.workspace(), event, context)) : folded;
    }

    private static Workspace count(Workspace workspace, DecisionEvent event, Context context) {
        return workspace.decided(Commands.use(workspace.commands(), event.command(), context.at()));
    }

    private static Folded decide(Workspace workspace, DecisionEvent event, Context context) {
        return switch (event) {
            case StepSkipped skipped -> skip(workspace, skipped, context);
            case StepEscalated escalated -> escalate(workspace, escalated);
            case IncidentAborted aborted -> abort(workspace, aborted, context);
            case IncidentAdvanced advanced -> advance(workspace, advanced, context);
            case IncidentAcknowledged acknowledged -> acknowledge(workspace, acknowledged);
            case PlanChanged changed -> changePlan(workspace, changed, context);
            case WorkspaceHeld held -> Folded.effective(workspace.withHeld(held.why()));
            case WorkspaceReleased released -> Folded.effective(workspace.withHeld(null));
            case MaintenanceSet set -> Folded.effective(workspace.withMaintenance(new Window(set.from(), set.until())));
        };
    }

    private static Folded skip(Workspace workspace, StepSkipped event, Context context) {
        return onStep(workspace, event.incident(), event.step(), (incident, step) -> {
            StepStatus status = incident.status(step.id());
            boolean settlesSeal = status.state() instanceof StepState.Failed failed && failed.unsealed();
            return status.state().isEnded() && !settlesSeal
                    ? null
                    : Settling.settle(stopped(incident, step, event, context), context.at());
        });
    }

    /** A failure that a person has vouched for is undone like any other. */
    private static Incident stopped(Incident incident, Step step, StepSkipped event, Context context) {
        StepStatus next = Stopping.stop(step, incident.status(step.id()), event.why(), context.at());
        return StepFold.undoIfFailed(incident.with(step.id(), next), step);
    }

    private static Folded escalate(Workspace workspace, StepEscalated event) {
        return onStep(workspace, event.incident(), event.step(), (incident, step) -> {
            StepStatus status = incident.status(step.id());
            return status.escalated() ? null : incident.with(step.id(), status.escalate());
        });
    }

    private static Folded abort(Workspace workspace, IncidentAborted event, Context context) {
        return onIncident(workspace, event.incident(), incident -> {
            if (!incident.stage().holdsLock()) {
                return null;
            }
            Incident aborting = incident.in(Stage.ABORTED, context.at());
            return Stopping.stopAll(event.undo() ? aborting.undo() : aborting, "aborted: " + event.why(), context.at());
        });
    }

    private static Folded acknowledge(Workspace workspace, IncidentAcknowledged event) {
        Folded folded = onIncident(workspace, event.incident(), incident -> incident.acknowledged(event.person()));
        boolean cooled = workspace
                .find(event.incident())
                .filter(incident -> MoveRules.isLastToMove(workspace, incident))
                .isPresent();
        return cooled ? Folded.effective(folded.workspace().coolingDownUntil(null)) : folded;
    }

    private static Folded advance(Workspace workspace, IncidentAdvanced event, Context context) {
        Folded folded = onIncident(
                workspace,
                event.incident(),
                incident -> Stages.mayEnter(incident, event.stage(), event.command() != null)
                        ? incident.in(event.stage(), context.at())
                        : null);
        boolean closed = folded.ruling().isEffective() && event.stage() == Stage.CLOSED;
        return closed
                ? Folded.effective(folded.workspace()
                        .withIncidents(folded.workspace().incidents().minus(event.incident())))
                : folded;
    }

    private static Folded changePlan(Workspace workspace, PlanChanged event, Context context) {
        Optional<Ruling> refusal = workspace
                .find(event.incident())
                .flatMap(incident -> MoveRules.changeRefusal(workspace, incident, event, context));
        return refusal.isPresent()
                ? new Folded(workspace, refusal.get())
                : onIncident(
                        workspace,
                        event.incident(),
                        incident -> PlanChange.apply(incident, event)
                                .map(changed -> Settling.settle(changed, context.at()))
                                .orElse(null));
    }

    private interface StepChange {
        @org.jspecify.annotations.Nullable
        Incident apply(Incident incident, Step step);
    }

    private static Folded onStep(Workspace workspace, IncidentId id, StepId step, StepChange change) {
        return onIncident(
                workspace,
                id,
                incident -> incident.plan()
                        .find(step)
                        .map(found -> change.apply(incident, found))
                        .orElse(null));
    }

    private static Folded onIncident(
            Workspace workspace, IncidentId id, UnaryOperator<@org.jspecify.annotations.Nullable Incident> change) {
        Optional<Incident> next = workspace.find(id).map(change);
        return next.map(incident -> Folded.effective(workspace.with(incident)))
                .orElseGet(() -> new Folded(workspace, voided("incident %s is not where this could be decided", id)));
    }
}
