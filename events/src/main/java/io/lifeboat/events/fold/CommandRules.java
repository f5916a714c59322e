package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.Ruling.voided;

import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.fleet.FleetEvent;
import io.lifeboat.events.fleet.FleetHeld;
import io.lifeboat.events.fleet.FleetReleased;
import io.lifeboat.events.id.Person;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.ApprovalGiven;
import io.lifeboat.events.incident.DecisionEvent;
import io.lifeboat.events.incident.IncidentAcknowledged;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.WorkspaceEvent;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an event may lean on the command that it carries, by the log's time: whoever appended it may have slept since
 * it checked the command. Signatures are checked before, by whoever has the keys.
 */
final class CommandRules {
    private CommandRules() {}

    static Optional<Ruling> refusal(WorkspaceEvent event, Instant at) {
        SignedCommand command = commandOf(event);
        return command == null ? Optional.empty() : refusal(command, event.workspace(), personOf(event), at);
    }

    static Optional<Ruling> refusal(FleetEvent event, Instant at) {
        SignedCommand command = commandOf(event);
        return command == null ? Optional.empty() : refusal(command, null, null, at);
    }

    private static @Nullable SignedCommand commandOf(WorkspaceEvent event) {
        if (event instanceof IncidentOpened opened) {
            return opened.command();
        }
        if (event instanceof ApprovalGiven approval) {
            return approval.command();
        }
        return event instanceof DecisionEvent decision ? decision.command() : null;
    }

    private static @Nullable SignedCommand commandOf(FleetEvent event) {
        if (event instanceof FleetHeld held) {
            return held.command();
        }
        return event instanceof FleetReleased released ? released.command() : null;
    }

    private static @Nullable Person personOf(WorkspaceEvent event) {
        if (event instanceof ApprovalGiven approval) {
            return approval.person();
        }
        return event instanceof IncidentAcknowledged acknowledged ? acknowledged.person() : null;
    }

    /** What cannot be read is refused by {@link Commands} itself. */
    private static Optional<Ruling> refusal(
            SignedCommand signed, @Nullable WorkspaceId workspace, @Nullable Person person, Instant at) {
        return Commands.read(signed).flatMap(command -> refusal(command, workspace, person, at));
    }

    private static Optional<Ruling> refusal(
            CommandEnvelope command, @Nullable WorkspaceId workspace, @Nullable Person person, Instant at) {
        if (at.isAfter(command.expires())) {
            return Optional.of(voided("its command expired at %s", command.expires()));
        }
        if (command.expires().isAfter(at.plus(Commands.REMEMBERED))) {
            return Optional.of(voided("its command expires only at %s, far ahead of the log", command.expires()));
        }
        if (!Objects.equals(command.workspace(), workspace)) {
            return Optional.of(voided("its command is for %s", nameOf(command.workspace())));
        }
        return person == null || person.equals(command.subject())
                ? Optional.empty()
                : Optional.of(voided("its command is by %s, not by %s", command.subject(), person));
    }

    private static String nameOf(@Nullable WorkspaceId workspace) {
        return workspace == null ? "the fleet" : "workspace " + workspace;
    }
}
