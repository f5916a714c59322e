package io.lifeboat.events.incident;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.WorkspaceId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The incident shall end. Claimed traffic steps are sealed first.
 *
 * @param undo whether what succeeded is compensated for
 */
@EventName(value = "io.lifeboat.incident.aborted.v1", writers = Service.DETECTOR)
public record IncidentAborted(
        WorkspaceId workspace,
        IncidentId incident,
        boolean undo,
        long basis,
        String why,
        @Nullable SignedCommand command)
        implements DecisionEvent {
    public IncidentAborted {
        Fields.present("workspace", workspace);
        Fields.present("incident", incident);
        Fields.present("why", why);
    }

    @Override
    public Optional<IncidentId> about() {
        return Optional.of(incident);
    }
}
