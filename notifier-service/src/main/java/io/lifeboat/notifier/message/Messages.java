package io.lifeboat.notifier.message;

import io.lifeboat.workspaces.config.Audience;

/** Writes the message for a phase and an audience. Pure. */
public final class Messages {
    private Messages() {}

    public static Message write(Situation at, Phase phase, Audience audience) {
        String text = switch (audience) {
            case OPERATORS -> forOperators(at, phase);
            case CUSTOMERS -> forCustomers(at, phase);
        };
        return new Message(
                at.workspace().id(),
                at.incident().id(),
                at.incident().severity(),
                phase,
                audience,
                subject(at, phase, audience),
                text);
    }

    private static String forOperators(Situation at, Phase phase) {
        return switch (phase) {
            case FIRST -> OperatorTexts.first(at);
            case UPDATE -> OperatorTexts.update(at);
            case FINAL -> OperatorTexts.last(at);
            case ESCALATION -> OperatorTexts.escalation(at);
        };
    }

    private static String forCustomers(Situation at, Phase phase) {
        return switch (phase) {
            case FIRST -> CustomerTexts.first(at);
            case UPDATE -> CustomerTexts.update(at);
            case FINAL -> CustomerTexts.last(at);
            case ESCALATION -> CustomerTexts.escalation(at);
        };
    }

    private static String subject(Situation at, Phase phase, Audience audience) {
        String what = switch (phase) {
            case FIRST -> Wording.happened(at.incident().scenario());
            case UPDATE -> "update";
            case FINAL -> at.isRecovered() ? "service is back" : "still being worked on";
            case ESCALATION -> audience == Audience.OPERATORS ? "a person is needed" : "being worked on";
        };
        return "[%s] %s %s: %s"
                .formatted(
                        at.incident().severity(),
                        at.incident().id(),
                        at.workspace().id(),
                        what);
    }
}
