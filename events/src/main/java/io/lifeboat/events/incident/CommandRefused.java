package io.lifeboat.events.incident;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * A command that was not obeyed, and why; kept so that the timeline shows the attempt.
 */
@EventName(value = "io.lifeboat.command.refused.v1", writers = Service.DETECTOR)
public record CommandRefused(
        WorkspaceId workspace, @Nullable IncidentId incident, SignedCommand command, String reason)
        implements WorkspaceEvent {
    public CommandRefused {
        Fields.present("workspace", workspace);
        Fields.present("command", command);
        Fields.present("reason", reason);
    }

    @Override
    public java.util.Optional<IncidentId> about() {
        return java.util.Optional.ofNullable(incident);
    }
}
