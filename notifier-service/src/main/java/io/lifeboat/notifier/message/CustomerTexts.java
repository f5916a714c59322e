package io.lifeboat.notifier.message;

import io.lifeboat.events.fold.Incident;

/**
 * What customers read: nothing that is written elsewhere goes into it, so no address, site, evidence or error can. Pure.
 */
final class CustomerTexts {
    private CustomerTexts() {}

    static String first(Situation at) {
        Incident incident = at.incident();
        return head(at).add("What happened", Wording.happened(incident.scenario()))
                .add("Affected", Wording.affected(incident.scenario()))
                .add("Since", Wording.time(incident.startedAt()))
                .add("Expected end", OperatorTexts.expectedEnd(at))
                .add("Next update", OperatorTexts.next(at))
                .text();
    }

    static String update(Situation at) {
        int done = Progress.sinceLastNotice(at.incident()).size();
        return head(at).add("Since the last notice", "%d steps of the recovery ended".formatted(done))
                .add("Elapsed", Wording.duration(at.elapsed()))
                .add("Expected end", OperatorTexts.expectedEnd(at))
                .add("Next update", OperatorTexts.next(at))
                .text();
    }

    static String last(Situation at) {
        Lines lines = head(at).add(
                        "What happened", Wording.happened(at.incident().scenario()))
                .add("Duration", Wording.duration(at.elapsed()));
        return at.isRecovered()
                ? lines.sentence("The service is whole again.")
                        .add("Review", "by " + OperatorTexts.review(at))
                        .text()
                : lines.sentence("Our engineers are working on it.").text();
    }

    static String escalation(Situation at) {
        return head(at).sentence("Our engineers are working on it.")
                .add("Next update", OperatorTexts.next(at))
                .text();
    }

    private static Lines head(Situation at) {
        return new Lines()
                .add("Incident", at.incident().id().value())
                .add("Severity", Wording.severity(at.incident().severity()))
                .add("Service", at.workspace().id().value())
                .add("Status", status(at));
    }

    /** That a person is needed is no matter of theirs. */
    private static String status(Situation at) {
        return switch (at.incident().stage()) {
            case RECOVERING, NEEDS_PERSON, ABORTED -> "being worked on";
            case RECOVERED, WATCHING -> "service is back";
            case CLOSED -> "closed";
        };
    }
}
