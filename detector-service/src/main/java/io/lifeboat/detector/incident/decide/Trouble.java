package io.lifeboat.detector.incident.decide;

import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.Outcome;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.StepCatalogue;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Why an incident needs a person. Pure. */
final class Trouble {
    private Trouble() {}

    static boolean isNotice(Step step) {
        return step.type().equals(StepCatalogue.NOTIFY) || step.type().equals(StepCatalogue.ESCALATE);
    }

    /** The gravest reason, if there is one. */
    static Optional<String> of(Incident incident, Instant now) {
        return failure(incident)
                .or(() -> escalation(incident))
                .or(() -> standstill(incident))
                .or(() -> overdue(incident, now));
    }

    private static Optional<String> failure(Incident incident) {
        return incident.stepsIn(StepState.Failed.class)
                .filter(step -> !isNotice(step))
                .flatMap(step -> failure(incident, step).stream())
                .findFirst();
    }

    private static Optional<String> failure(Incident incident, Step step) {
        if (!(incident.status(step.id()).state() instanceof StepState.Failed failed)) {
            return Optional.empty();
        }
        if (failed.unsealed()) {
            return Optional.of("%s failed and its request may still land: %s".formatted(step.id(), failed.why()));
        }
        return switch (step.onFailure()) {
            case CONTINUE, COMPENSATE -> Optional.empty(); // what else runs is waited for
            case BRANCH ->
                isTakenOver(incident, step)
                        ? Optional.empty()
                        : Optional.of("%s failed and nothing takes over: %s".formatted(step.id(), failed.why()));
            case ESCALATE -> Optional.of("%s failed: %s".formatted(step.id(), failed.why()));
        };
    }

    private static boolean isTakenOver(Incident incident, Step failed) {
        return incident.plan().steps().stream()
                .filter(step -> step.needs().stream().anyMatch(need -> takesOver(need, failed)))
                .anyMatch(
                        step -> !isNotice(step) && !(incident.status(step.id()).state() instanceof StepState.Skipped));
    }

    private static boolean takesOver(Need need, Step failed) {
        return need.step().equals(failed.id()) && need.outcome() != Outcome.SUCCEEDED;
    }

    private static Optional<String> escalation(Incident incident) {
        return steps(
                        incident,
                        step -> incident.status(step.id()).escalated()
                                && !incident.status(step.id()).state().isEnded()
                                && !isNotice(step))
                .map(step -> "%s passed its deadline".formatted(step.id()));
    }

    /** Nothing of the plan can run any more, though service is not back. Notices alone bring nothing back. */
    private static Optional<String> standstill(Incident incident) {
        if (incident.plan().steps().stream().allMatch(Trouble::isNotice)) {
            return Optional.of("the plan only tells people");
        }
        boolean moving = steps(incident, step -> isUnderWay(incident, step)).isPresent();
        return moving || incident.isRecoveredByPlan()
                ? Optional.empty()
                : Optional.of("nothing in the plan can run any more, and service is not known to be back");
    }

    private static boolean isUnderWay(Incident incident, Step step) {
        boolean live = switch (incident.status(step.id()).state()) {
            case StepState.Ready r -> true;
            case StepState.Claimed c -> true;
            case StepState.AwaitingApproval a -> true;
            case StepState.Pending p -> false;
            case StepState.Succeeded s -> false;
            case StepState.Failed f -> false;
            case StepState.Skipped s -> false;
        };
        return live && (!isNotice(step) || isWaitedFor(incident, step));
    }

    private static boolean isWaitedFor(Incident incident, Step notice) {
        return steps(
                        incident,
                        step -> !isNotice(step)
                                && incident.status(step.id()).state() instanceof StepState.Pending
                                && step.compensates() == null
                                && step.needs().stream()
                                        .anyMatch(need -> need.step().equals(notice.id())))
                .isPresent();
    }

    /** When the incident is to be in a person's hands if service is not back by then. */
    static Instant deadline(Incident incident) {
        return incident.openedAt().plus(incident.objective().rtoMax());
    }

    private static Optional<String> overdue(Incident incident, Instant now) {
        return now.isBefore(deadline(incident))
                ? Optional.empty()
                : Optional.of("service is not back within the most that recovery may take, %s"
                        .formatted(Texts.span(incident.objective().rtoMax())));
    }

    private static Optional<Step> steps(Incident incident, Predicate<Step> which) {
        return incident.plan().steps().stream().filter(which).findFirst();
    }
}
