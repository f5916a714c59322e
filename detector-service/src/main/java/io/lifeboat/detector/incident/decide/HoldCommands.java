package io.lifeboat.detector.incident.decide;

import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.fleet.FleetHeld;
import io.lifeboat.events.fleet.FleetReleased;
import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.incident.MaintenanceSet;
import io.lifeboat.events.incident.WorkspaceHeld;
import io.lifeboat.events.incident.WorkspaceReleased;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Hold, release and maintenance: of one workspace, or of the fleet where the command names none. */
final class HoldCommands {

    Reply hold(SignedCommand command, CommandEnvelope envelope, Situation situation) {
        Workspace workspace = situation.workspace();
        Fleet fleet = situation.fleet();
        if (envelope.workspace() == null) {
            String why = CommandHandler.sentence(envelope, "holds the fleet");
            return new Reply.Obey(new FleetHeld(fleet.version(), why, command), why);
        }
        String why = CommandHandler.sentence(envelope, "holds " + workspace.id());
        return new Reply.Obey(new WorkspaceHeld(workspace.id(), workspace.version(), why, command), why);
    }

    Reply release(SignedCommand command, CommandEnvelope envelope, Situation situation) {
        Workspace workspace = situation.workspace();
        Fleet fleet = situation.fleet();
        if (envelope.workspace() == null) {
            String why = CommandHandler.sentence(envelope, "releases the fleet");
            return fleet.held() == null
                    ? Reply.refuse("the fleet is not held")
                    : new Reply.Obey(new FleetReleased(fleet.version(), why, command), why);
        }
        String why = CommandHandler.sentence(envelope, "releases " + workspace.id());
        return workspace.held() == null
                ? Reply.refuse("%s is not held", workspace.id())
                : new Reply.Obey(new WorkspaceReleased(workspace.id(), workspace.version(), why, command), why);
    }

    Reply maintenance(SignedCommand command, CommandEnvelope envelope, Situation situation) {
        if (envelope.workspace() == null) {
            return Reply.refuse("maintenance is of one workspace, and it names none; hold stops the whole fleet");
        }
        Optional<Instant> from = time(envelope, "from");
        Optional<Instant> until = time(envelope, "until");
        if (from.isEmpty() || until.isEmpty() || !until.get().isAfter(from.get())) {
            return Reply.refuse(
                    "expected the times from and until, such as 2026-03-01T22:00:00Z, the one before the other");
        }
        Workspace workspace = situation.workspace();
        String why = CommandHandler.sentence(
                envelope,
                "puts %s into maintenance from %s until %s".formatted(workspace.id(), from.get(), until.get()));
        return new Reply.Obey(
                new MaintenanceSet(workspace.id(), from.get(), until.get(), workspace.version(), why, command), why);
    }

    private static Optional<Instant> time(CommandEnvelope envelope, String name) {
        try {
            return envelope.arguments().text(name).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty(); // told as a refusal
        }
    }
}
