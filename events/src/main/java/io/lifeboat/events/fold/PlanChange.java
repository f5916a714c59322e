package io.lifeboat.events.fold;

import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.PlanChanged;
import io.lifeboat.events.plan.Step;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** Replaces the steps that nobody has claimed yet. What began or ended stays as it is; approvals were for another plan. */
final class PlanChange {
    private PlanChange() {}

    /** The incident with the other plan, still to be settled; nothing if it may not have it. */
    static Optional<Incident> apply(Incident incident, PlanChanged event) {
        if (!incident.stage().holdsLock() || !keepsWhatBegan(incident, event)) {
            return Optional.empty();
        }
        PMap<StepId, StepStatus> statuses = HashTreePMap.empty();
        for (Step step : event.plan().steps()) {
            statuses = statuses.plus(step.id(), status(incident, step));
        }
        Incident changed = incident.withPlan(event.plan(), statuses);
        return Optional.of(Optional.ofNullable(event.command())
                .flatMap(Commands::read)
                .map(CommandEnvelope::subject)
                .map(changed::proposedBy)
                .orElse(changed));
    }

    private static StepStatus status(Incident incident, Step step) {
        return incident.find(step.id())
                .filter(status -> hasBegun(status))
                .map(status -> status.state().isEnded() ? status : reopened(step, status.unapproved()))
                .orElseGet(StepStatus::initial);
    }

    /** A step between two attempts is approved again. */
    private static StepStatus reopened(Step step, StepStatus status) {
        return status.state() instanceof StepState.Ready ready
                        && step.approval().needed()
                ? status.in(new StepState.AwaitingApproval(ready.since()))
                : status;
    }

    private static boolean keepsWhatBegan(Incident incident, PlanChanged event) {
        return incident.plan().steps().stream()
                .filter(step -> hasBegun(incident.status(step.id())))
                .allMatch(step ->
                        event.plan().find(step.id()).filter(step::equals).isPresent());
    }

    private static boolean hasBegun(StepStatus status) {
        return status.attempt() > 0 || status.state().isEnded();
    }
}
