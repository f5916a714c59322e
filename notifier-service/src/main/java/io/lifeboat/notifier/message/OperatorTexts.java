package io.lifeboat.notifier.message;

import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.incident.Objective;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What those read who run the service. No secret is in it. Pure. */
final class OperatorTexts {
    private OperatorTexts() {}

    static String first(Situation at) {
        Incident incident = at.incident();
        return head(at).add("What happened", Wording.happened(incident.scenario()))
                .add("Why", incident.why())
                .add("Affected", Wording.affected(incident.scenario()))
                .add("Began", Wording.time(incident.startedAt()))
                .add("Active site", at.active())
                .list("Plan", steps(incident), "none")
                .add("Expected end", expectedEnd(at))
                .add("Next update", next(at))
                .text();
    }

    static String update(Situation at) {
        Incident incident = at.incident();
        return head(at).list("Changed since the last notice", Progress.sinceLastNotice(incident), "nothing")
                .list("Runs now", Progress.running(incident), "nothing")
                .list("Awaits approval", Progress.awaitingApproval(incident), "nothing")
                .add("Clock", clock(at))
                .add("Next update", next(at))
                .text();
    }

    static String last(Situation at) {
        Incident incident = at.incident();
        Lines lines = head(at).add("Cause", "%s: %s".formatted(Wording.happened(incident.scenario()), incident.why()))
                .add("Duration", Wording.duration(at.elapsed()))
                .add("Clock", clock(at))
                .add("Active site", at.active());
        if (!at.isRecovered()) {
            lines.list("Failed", Progress.failures(incident), "nothing")
                    .sentence("Service is not known to be whole: somebody must look.");
            return lines.text();
        }
        return lines.sentence(
                        incident.isRecoveredByPlan()
                                ? "Service is whole: it was verified through the public address."
                                : "Service is back: a person says so, the plan did not verify it.")
                .add("Review", "by " + review(at))
                .text();
    }

    static String escalation(Situation at) {
        return head(at).add("A person is needed", at.reason())
                .add("What happened", Wording.happened(at.incident().scenario()))
                .list("Failed", Progress.failures(at.incident()), "nothing")
                .list("Awaits approval", Progress.awaitingApproval(at.incident()), "nothing")
                .list("Call", contacts(at), "nobody is configured for this severity")
                .add("Respond within", Wording.duration(at.incident().severity().response()))
                .add("Clock", clock(at))
                .text();
    }

    static String review(Situation at) {
        var end = at.incident().recoveredAt() == null ? at.now() : at.incident().recoveredAt();
        return Wording.time(end.plus(Duration.ofDays(2)));
    }

    /** The target while it can be met, then the maximum, then nothing that could be promised. */
    static String expectedEnd(Situation at) {
        Objective objective = at.incident().objective();
        return Stream.of(objective.rtoTarget(), objective.rtoMax())
                .map(at.incident().startedAt()::plus)
                .filter(end -> !end.isBefore(at.now()))
                .findFirst()
                .map(Wording::time)
                .orElse("later than planned, not known yet");
    }

    static String next(Situation at) {
        return Wording.time(at.now().plus(Situation.UNTIL_NEXT));
    }

    private static Lines head(Situation at) {
        Incident incident = at.incident();
        return new Lines()
                .add("Incident", incident.id().value())
                .add("Severity", Wording.severity(incident.severity()))
                .add("Service", at.workspace().id().value())
                .add("Status", Wording.status(incident.stage()));
    }

    private static String clock(Situation at) {
        Objective objective = at.incident().objective();
        Duration elapsed = at.elapsed();
        String verdict = elapsed.compareTo(objective.rtoTarget()) <= 0
                ? "within the target"
                : elapsed.compareTo(objective.rtoMax()) <= 0 ? "past the target" : "past the maximum";
        return "%s, target %s, maximum %s: %s"
                .formatted(
                        Wording.duration(elapsed),
                        Wording.duration(objective.rtoTarget()),
                        Wording.duration(objective.rtoMax()),
                        verdict);
    }

    private static List<String> steps(Incident incident) {
        return incident.plan().steps().stream()
                .map(step -> step.approval().persons() == 0
                        ? step.id().value()
                        : "%s (after approval by %d)"
                                .formatted(step.id(), step.approval().persons()))
                .toList();
    }

    private static List<String> contacts(Situation at) {
        return at.contacts().stream()
                .map(contact -> "%s (%s)".formatted(contact.name(), contact.role()))
                .toList();
    }
}
