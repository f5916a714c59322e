package io.lifeboat.detector.incident.decide;

import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.incident.IncidentAdvanced;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.Moves;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Moves an incident from stage to stage: recovered, watching, closed, or into a person's hands. */
final class StageDuty implements IncidentDuty {
    private final Timings timings;

    StageDuty(Timings timings) {
        this.timings = timings;
    }

    @Override
    public Turn turn(Incident incident, Situation situation) {
        return switch (incident.stage()) {
            case RECOVERING -> recover(incident, situation).orElseGet(() -> handOver(incident, situation));
            case NEEDS_PERSON -> recover(incident, situation).orElse(Turn.NOTHING);
            case RECOVERED -> watch(incident, situation);
            case WATCHING -> close(incident, situation, isCalm(incident));
            case ABORTED -> close(incident, situation, isCalm(incident) && isOver(incident, situation));
            case CLOSED -> Turn.NOTHING;
        };
    }

    private Optional<Turn> recover(Incident incident, Situation situation) {
        if (!incident.isRecoveredByPlan() || mayLand(incident)) {
            return Optional.empty();
        }
        Duration took = Duration.between(incident.startedAt(), situation.now());
        String verdict = took.compareTo(incident.objective().rtoTarget()) <= 0
                ? "the target of %s is met"
                        .formatted(Texts.span(incident.objective().rtoTarget()))
                : took.compareTo(incident.objective().rtoMax()) <= 0
                        ? "the target of %s is missed"
                                .formatted(Texts.span(incident.objective().rtoTarget()))
                        : "the maximum of %s is breached"
                                .formatted(Texts.span(incident.objective().rtoMax()));
        return Optional.of(advance(
                incident,
                situation,
                Stage.RECOVERED,
                "service is back %s after the first bad evidence: %s".formatted(Texts.span(took), verdict)));
    }

    private static boolean mayLand(Incident incident) {
        return incident.plan().steps().stream()
                .filter(step -> step.spec().moves() != Moves.NOTHING)
                .anyMatch(step -> mayLand(incident, step));
    }

    private static boolean mayLand(Incident incident, Step step) {
        return switch (incident.status(step.id()).state()) {
            case StepState.Claimed c -> true;
            case StepState.Failed failed -> failed.unsealed();
            case StepState.Pending p -> false;
            case StepState.AwaitingApproval a -> false;
            case StepState.Ready r -> false;
            case StepState.Succeeded s -> false;
            case StepState.Skipped s -> false;
        };
    }

    private static Turn handOver(Incident incident, Situation situation) {
        return Trouble.of(incident, situation.now())
                .map(why -> advance(incident, situation, Stage.NEEDS_PERSON, "a person is needed: " + why))
                .orElseGet(() -> Turn.until(Trouble.deadline(incident)));
    }

    private Turn watch(Incident incident, Situation situation) {
        Instant until = situation.now().plus(timings.watching());
        return advance(
                incident,
                situation,
                Stage.WATCHING,
                "stability is watched for %s, until %s".formatted(Texts.span(timings.watching()), Texts.time(until)));
    }

    private Turn close(Incident incident, Situation situation, boolean calm) {
        Instant due = incident.stageSince().plus(timings.watching());
        if (situation.now().isBefore(due) && !(incident.stage() == Stage.ABORTED && calm)) {
            return Turn.until(due);
        }
        if (incident.isUnsettled()) {
            return Turn.waits(null, "%s stays open: something of it may still land".formatted(incident.id()));
        }
        String why = incident.stage() == Stage.ABORTED
                ? "it was aborted, and nothing of it is under way any more"
                : "stable for %s since service came back".formatted(Texts.span(timings.watching()));
        return advance(incident, situation, Stage.CLOSED, why);
    }

    /** Whether no step runs or is about to: last notices and the report are to be out before an incident is closed. */
    private static boolean isCalm(Incident incident) {
        return !incident.isUnsettled()
                && incident.stepsIn(StepState.Ready.class).findAny().isEmpty();
    }

    /** An aborted incident stays while its cause does: closing it would open the next one against the person's will. */
    private static boolean isOver(Incident incident, Situation situation) {
        if (Told.is(incident) && Told.successor(incident, situation).isPresent()) {
            return true;
        }
        return situation.picture().isClear()
                && situation.picture().findings().stream().noneMatch(finding -> Cover.isSameCause(incident, finding));
    }

    private static Turn advance(Incident incident, Situation situation, Stage stage, String why) {
        String sentence = "%s %s: %s".formatted(incident.id(), verb(stage), why);
        IncidentAdvanced event = new IncidentAdvanced(
                situation.workspace().id(),
                incident.id(),
                stage,
                situation.workspace().version(),
                sentence,
                null);
        return Turn.act(event, sentence);
    }

    private static String verb(Stage stage) {
        return switch (stage) {
            case RECOVERING -> "is being recovered";
            case NEEDS_PERSON -> "needs a person";
            case RECOVERED -> "is recovered";
            case WATCHING -> "is watched";
            case CLOSED -> "is closed";
            case ABORTED -> "is aborted";
        };
    }
}
