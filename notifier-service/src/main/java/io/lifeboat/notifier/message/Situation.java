package io.lifeboat.notifier.message;

import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.plan.Step;
import io.lifeboat.workspaces.config.Contact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a notice is about.
 *
 * @param step the step that sends it
 * @param reason why a person is needed; empty unless it is an escalation
 * @param contacts whom the severity calls
 * @param now by the local clock
 */
public record Situation(
        Workspace workspace, Incident incident, Step step, String reason, List<Contact> contacts, Instant now) {
    static final Duration UNTIL_NEXT = Duration.ofMinutes(15);

    public Situation {
        contacts = List.copyOf(contacts);
    }

    /** From the first bad evidence until service was back, or until now. */
    Duration elapsed() {
        Instant end = incident.recoveredAt() == null ? now : incident.recoveredAt();
        Duration elapsed = Duration.between(incident.startedAt(), end);
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }

    boolean isRecovered() {
        return incident.recoveredAt() != null;
    }

    /** The active site as people read it. */
    String active() {
        return workspace.active() == null ? "unknown" : workspace.active().value();
    }
}
