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
 * The incident enters a stage.
 */
@EventName(value = "io.lifeboat.incident.advanced.v1", writers = Service.DETECTOR)
public record IncidentAdvanced(
        WorkspaceId workspace,
        IncidentId incident,
        Stage stage,
        long basis,
        String why,
        @Nullable SignedCommand command)
        implements DecisionEvent {
    public IncidentAdvanced {
        Fields.present("workspace", workspace);
        Fields.present("incident", incident);
        Fields.present("stage", stage);
        Fields.present("why", why);
    }

    @Override
    public Optional<IncidentId> about() {
        return Optional.of(incident);
    }
}
