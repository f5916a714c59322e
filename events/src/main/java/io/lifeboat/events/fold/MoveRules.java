package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.Ruling.voided;

import io.lifeboat.events.incident.PlanChanged;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.Moves;
import java.util.Optional;

/** What moves traffic or data needs the workspace's lock: at most one incident has it, until nothing of it can land any more. */
final class MoveRules {
    private MoveRules() {}

    /** Once recovered, an incident has given the lock away: what is left of its plan moves nothing any more. */
    static Optional<Ruling> lockRefusal(Incident incident, Step step) {
        return moves(step) && !incident.holdsLock()
                ? Optional.of(voided("%s has released the lock of the workspace", incident.id()))
                : Optional.empty();
    }

    /** A changed plan obeys what an opened one does. */
    static Optional<Ruling> changeRefusal(Workspace workspace, Incident incident, PlanChanged event, Context context) {
        Optional<Incident> holder =
                workspace.lockHolder().filter(other -> !other.id().equals(incident.id()));
        if (event.plan().isMoving() && holder.isPresent()) {
            return Optional.of(voided(
                    "%s is still recovering, and the plan moves traffic or data",
                    holder.get().id()));
        }
        boolean byItself = event.command() == null && movesByItself(event.plan()) && !movesByItself(incident.plan());
        return byItself && workspace.isCoolingDown(context.at())
                ? Optional.of(voided("cooling down until %s, and nobody has acknowledged", workspace.coolDownUntil()))
                : Optional.empty();
    }

    private static boolean movesByItself(Plan plan) {
        return plan.isMovingTrafficByItself();
    }

    /** Whether something that moves traffic or data may still land. */
    static boolean mayLand(Incident incident) {
        return incident.plan().steps().stream().anyMatch(step -> moves(step) && mayLand(incident, step));
    }

    private static boolean mayLand(Incident incident, Step step) {
        return switch (incident.status(step.id()).state()) {
            case StepState.Claimed c -> true;
            case StepState.Failed f -> f.unsealed();
            case StepState.Pending p -> false;
            case StepState.AwaitingApproval a -> false;
            case StepState.Ready r -> false;
            case StepState.Succeeded s -> false;
            case StepState.Skipped s -> false;
        };
    }

    private static boolean moves(Step step) {
        return step.spec().moves() != Moves.NOTHING;
    }

    /** Whether an acknowledgement is one of the failover that the workspace cools down after. */
    static boolean isLastToMove(Workspace workspace, Incident incident) {
        return hasMovedTraffic(incident)
                && workspace
                        .open()
                        .filter(other -> other.seq() > incident.seq())
                        .noneMatch(MoveRules::hasMovedTraffic);
    }

    private static boolean hasMovedTraffic(Incident incident) {
        return incident.plan().steps().stream()
                .anyMatch(step ->
                        step.movesTraffic() && incident.status(step.id()).attempt() > 0);
    }
}
