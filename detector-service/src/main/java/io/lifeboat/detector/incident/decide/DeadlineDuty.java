package io.lifeboat.detector.incident.decide;

import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.fold.StepStatus;
import io.lifeboat.events.fold.Window;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.incident.StepEscalated;
import io.lifeboat.events.plan.Step;
import java.time.Instant;
import java.util.Optional;

/** Sees to it that no step waits or works for ever unnoticed. */
final class DeadlineDuty implements IncidentDuty {
    private final Timings timings;

    DeadlineDuty(Timings timings) {
        this.timings = timings;
    }

    /** When a step is late, and what to say then. */
    private record Deadline(Instant at, String why) {}

    @Override
    public Turn turn(Incident incident, Situation situation) {
        return Turns.first(incident.plan().steps().stream()
                .filter(step -> !incident.status(step.id()).escalated())
                .map(step -> turn(incident, step, situation)));
    }

    private Turn turn(Incident incident, Step step, Situation situation) {
        Optional<Deadline> deadline = deadline(incident, step, situation);
        if (deadline.isEmpty()) {
            return Turn.NOTHING;
        }
        if (situation.now().isBefore(deadline.get().at())) {
            return Turn.until(deadline.get().at());
        }
        String sentence = "%s of %s is escalated: %s"
                .formatted(step.id(), incident.id(), deadline.get().why());
        Workspace workspace = situation.workspace();
        return Turn.act(
                new StepEscalated(workspace.id(), incident.id(), step.id(), workspace.version(), sentence, null),
                sentence);
    }

    private Optional<Deadline> deadline(Incident incident, Step step, Situation situation) {
        StepStatus status = incident.status(step.id());
        return switch (status.state()) {
            case StepState.Ready ready -> unclaimed(incident, step, ready, situation);
            case StepState.Claimed claimed -> Optional.of(silent(step, claimed, situation));
            case StepState.AwaitingApproval awaiting -> Optional.of(unapproved(incident, awaiting));
            case StepState.Pending p -> Optional.empty();
            case StepState.Succeeded s -> Optional.empty();
            case StepState.Failed f -> Optional.empty();
            case StepState.Skipped s -> Optional.empty();
        };
    }

    /** A step that is held back is not late. */
    private Optional<Deadline> unclaimed(Incident incident, Step step, StepState.Ready ready, Situation situation) {
        if (!Trouble.isNotice(step) && situation.stopped(incident.automatic()).isPresent()) {
            return Optional.empty();
        }
        Instant free = Trouble.isNotice(step)
                ? Instant.EPOCH
                : Situation.later(endOfMaintenance(situation), situation.resumed());
        Instant from = Situation.later(Situation.later(ready.notBefore(), free), situation.attentive());
        return Optional.of(new Deadline(
                from.plus(step.claimWithin()),
                "it has been ready since %s, and the %s service has not claimed it within %s"
                        .formatted(Texts.time(ready.since()), step.spec().owner(), Texts.span(step.claimWithin()))));
    }

    private static Instant endOfMaintenance(Situation situation) {
        Window window = situation.workspace().maintenance();
        return window != null && window.until().isBefore(situation.now()) ? window.until() : Instant.EPOCH;
    }

    private Deadline silent(Step step, StepState.Claimed claimed, Situation situation) {
        Instant from = Situation.later(claimed.since(), situation.attentive());
        return new Deadline(
                from.plus(step.timeout()).plus(timings.silence()),
                "%s claimed it at %s, and nothing has been heard within its time-out of %s and %s more"
                        .formatted(
                                claimed.process(),
                                Texts.time(claimed.since()),
                                Texts.span(step.timeout()),
                                Texts.span(timings.silence())));
    }

    private static Deadline unapproved(Incident incident, StepState.AwaitingApproval awaiting) {
        return new Deadline(
                awaiting.since().plus(incident.severity().response()),
                "it has waited for approval since %s, and %s answers within %s"
                        .formatted(
                                Texts.time(awaiting.since()),
                                incident.severity(),
                                Texts.span(incident.severity().response())));
    }
}
