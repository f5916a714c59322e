package io.lifeboat.events.fold;

import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.PlanChanged;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.StepCatalogue;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Replaces the steps that nobody has claimed yet. What began or ended stays as it is; approvals were for another plan. A
 * change of notices alone is no other plan: it leaves approvals, waits and escalations of all other steps as they are, so
 * that an update every fifteen minutes never takes an approval back.
 */
final class PlanChange {
    private PlanChange() {}

    /** The incident with the other plan, still to be settled; nothing if it may not have it. */
    static Optional<Incident> apply(Incident incident, PlanChanged event) {
        if (!incident.stage().holdsLock() || !keepsWhatBegan(incident, event)) {
            return Optional.empty();
        }
        boolean noticesOnly = event.command() == null && changesNoticesOnly(incident, event.plan());
        PMap<StepId, StepStatus> statuses = HashTreePMap.empty();
        for (Step step : event.plan().steps()) {
            StepStatus status =
                    noticesOnly ? incident.find(step.id()).orElseGet(StepStatus::initial) : status(incident, step);
            statuses = statuses.plus(step.id(), status);
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

    private static boolean changesNoticesOnly(Incident incident, Plan next) {
        List<Step> before = incident.plan().steps();
        List<Step> kept = next.steps().stream().filter(before::contains).toList();
        boolean added = next.steps().stream()
                .filter(step -> !kept.contains(step))
                .allMatch(step -> isNotice(step) && incident.find(step.id()).isEmpty());
        boolean dropped = before.stream().filter(step -> !kept.contains(step)).allMatch(PlanChange::isNotice);
        return added && dropped && next.recoveredWhen().equals(incident.plan().recoveredWhen());
    }

    private static boolean isNotice(Step step) {
        return step.type().equals(StepCatalogue.NOTIFY) || step.type().equals(StepCatalogue.ESCALATE);
    }

    /** A notice that has been sent may go from the plan, or the plan of a long incident would know no end. */
    private static boolean isSent(Incident incident, Step step) {
        return isNotice(step) && incident.status(step.id()).state().isEnded();
    }

    private static boolean keepsWhatBegan(Incident incident, PlanChanged event) {
        return incident.plan().steps().stream()
                .filter(step -> hasBegun(incident.status(step.id())))
                .filter(step ->
                        !isSent(incident, step) || event.plan().find(step.id()).isPresent())
                .allMatch(step ->
                        event.plan().find(step.id()).filter(step::equals).isPresent());
    }

    private static boolean hasBegun(StepStatus status) {
        return status.attempt() > 0 || status.state().isEnded();
    }
}
