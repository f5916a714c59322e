package io.lifeboat.cli.command;

import io.lifeboat.cli.log.FoldedRecord;
import io.lifeboat.cli.timeline.EventText;
import io.lifeboat.events.Event;
import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.fold.Commands;
import io.lifeboat.events.fold.Ruling;
import io.lifeboat.events.id.CommandId;
import io.lifeboat.events.incident.ApprovalGiven;
import io.lifeboat.events.incident.CommandRefused;
import io.lifeboat.events.incident.DecisionEvent;
import io.lifeboat.events.incident.IncidentOpened;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the log says to a command. */
sealed interface Answer {

    /** It had its effect. */
    record Obeyed(String what) implements Answer {}

    /** It had none. */
    record Refused(String why) implements Answer {}

    /** The answer that a record gives to this command, if it gives one. */
    static Optional<Answer> of(FoldedRecord folded, CommandId id, SignedCommand sent) {
        SignedCommand command = commandOf(folded.record().event());
        if (command == null || !command.equals(sent) && !isNamed(command, id)) {
            return Optional.empty();
        }
        if (folded.record().event() instanceof CommandRefused refused) {
            return Optional.of(new Refused(refused.reason()));
        }
        EventText text = EventText.of(folded.record().event());
        return Optional.of(
                switch (folded.ruling()) {
                    case Ruling.Effective effective -> new Obeyed(text.what() + ": " + text.sentence());
                    case Ruling.Voided voided -> new Refused("the log voided it: " + voided.why());
                    case Ruling.Unknown unknown -> new Refused("the log does not know such an event");
                });
    }

    private static boolean isNamed(SignedCommand command, CommandId id) {
        return Commands.read(command)
                .map(CommandEnvelope::id)
                .filter(id::equals)
                .isPresent();
    }

    private static @Nullable SignedCommand commandOf(Event event) {
        return switch (event) {
            case IncidentOpened opened -> opened.command();
            case ApprovalGiven approval -> approval.command();
            case CommandRefused refused -> refused.command();
            case DecisionEvent decision -> decision.command();
            default -> null; // other families carry none
        };
    }
}
