package io.lifeboat.detector.incident.decide;

import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.PlanChanged;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.StepCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Adds notices to a plan while its incident lasts: a person is needed, nobody has taken note, the next update is due. Each
 * has a name that tells its time, so that replicas and restarts never add one twice.
 */
final class NoticeDuty implements IncidentDuty {
    private static final String UPDATE = "notify-update-";
    private static final String UNACKNOWLEDGED = "unacknowledged-";
    private static final StepId NEEDS_PERSON = new StepId("needs-person");

    private final Timings timings;

    NoticeDuty(Timings timings) {
        this.timings = timings;
    }

    @Override
    public Turn turn(Incident incident, Situation situation) {
        if (!incident.stage().holdsLock()) {
            return Turn.NOTHING;
        }
        return needsPerson(incident, situation)
                .or(() -> unacknowledged(incident, situation))
                .or(() -> update(incident, situation))
                .orElseGet(() -> Turn.until(next(incident, situation.now())));
    }

    /** Not needed where the plan itself has called somebody already. */
    private static Optional<Turn> needsPerson(Incident incident, Situation situation) {
        boolean called = incident.plan().steps().stream()
                .filter(step -> step.type().equals(StepCatalogue.ESCALATE))
                .anyMatch(step -> hasCalled(incident, step));
        if (incident.stage() != Stage.NEEDS_PERSON || called) {
            return Optional.empty();
        }
        String reason = Trouble.of(incident, situation.now()).orElse("Lifeboat can do no more by itself");
        Step call = Notices.escalate(NEEDS_PERSON, reason);
        return Optional.of(change(
                incident,
                situation,
                Notices.with(incident.plan(), call),
                "calls a person for %s: %s".formatted(incident.id(), reason)));
    }

    private static boolean hasCalled(Incident incident, Step step) {
        return switch (incident.status(step.id()).state()) {
            case StepState.Ready r -> true;
            case StepState.Claimed c -> true;
            case StepState.Succeeded s -> true;
            case StepState.Failed f -> true;
            case StepState.Pending p -> false;
            case StepState.AwaitingApproval a -> false;
            case StepState.Skipped s -> false;
        };
    }

    private Optional<Turn> unacknowledged(Incident incident, Situation situation) {
        Duration response = incident.severity().response();
        long times = times(incident, response, situation.now());
        StepId id = new StepId(UNACKNOWLEDGED + times);
        if (times < 1 || incident.acknowledgedBy() != null || incident.find(id).isPresent()) {
            return Optional.empty();
        }
        String reason = "nobody has acknowledged %s within %s, the response time of %s"
                .formatted(incident.id(), Texts.span(response.multipliedBy(times)), incident.severity());
        Plan plan = Notices.with(Notices.without(incident, UNACKNOWLEDGED), Notices.escalate(id, reason));
        return Optional.of(change(incident, situation, plan, "escalates: " + reason));
    }

    private Optional<Turn> update(Incident incident, Situation situation) {
        long times = times(incident, timings.update(), situation.now());
        StepId id = new StepId(UPDATE + times);
        if (times < 1 || incident.find(id).isPresent()) {
            return Optional.empty();
        }
        Plan plan = Notices.with(Notices.without(incident, UPDATE), Notices.update(id));
        Instant next = incident.openedAt().plus(timings.update().multipliedBy(times + 1));
        return Optional.of(change(
                incident,
                situation,
                plan,
                "tells how %s stands after %s; the next update comes at %s"
                        .formatted(incident.id(), Texts.span(timings.update().multipliedBy(times)), Texts.time(next))));
    }

    private Instant next(Incident incident, Instant now) {
        Instant update = next(incident, timings.update(), now);
        Instant escalation = next(incident, incident.severity().response(), now);
        return incident.acknowledgedBy() == null && escalation.isBefore(update) ? escalation : update;
    }

    private static Instant next(Incident incident, Duration period, Instant now) {
        return incident.openedAt().plus(period.multipliedBy(times(incident, period, now) + 1));
    }

    private static long times(Incident incident, Duration period, Instant now) {
        Duration open = Duration.between(incident.openedAt(), now);
        return open.isNegative() ? 0 : open.dividedBy(period);
    }

    private static Turn change(Incident incident, Situation situation, Plan plan, String sentence) {
        Workspace workspace = situation.workspace();
        return Turn.act(
                new PlanChanged(workspace.id(), incident.id(), plan, workspace.version(), sentence, null), sentence);
    }
}
