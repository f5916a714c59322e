package io.lifeboat.cli.command;

import io.lifeboat.events.command.Action;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.plan.Arguments;
import java.util.Optional;

/**
 * What a person wants, before it is signed.
 *
 * @param workspace absent for the whole fleet
 * @param note what the person should know of what is signed
 */
record Wish(
        Action action,
        Optional<WorkspaceId> workspace,
        Optional<IncidentId> incident,
        Arguments arguments,
        Optional<String> note) {

    static Wish ofWorkspace(Action action, WorkspaceId workspace, Arguments arguments) {
        return new Wish(action, Optional.of(workspace), Optional.empty(), arguments, Optional.empty());
    }

    static Wish ofFleet(Action action) {
        return new Wish(action, Optional.empty(), Optional.empty(), Arguments.none(), Optional.empty());
    }

    static Wish ofIncident(Action action, WorkspaceId workspace, IncidentId incident, Arguments arguments) {
        return new Wish(action, Optional.of(workspace), Optional.of(incident), arguments, Optional.empty());
    }

    Wish noting(String text) {
        return new Wish(action, workspace, incident, arguments, Optional.of(text));
    }
}
