package io.lifeboat.events.incident;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.WorkspaceId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step passed a deadline or failed with nothing to take over: a person is needed.
 */
@EventName(value = "io.lifeboat.step.escalated.v1", writers = Service.DETECTOR)
public record StepEscalated(
        WorkspaceId workspace,
        IncidentId incident,
        StepId step,
        long basis,
        String why,
        @Nullable SignedCommand command)
        implements DecisionEvent {
    public StepEscalated {
        Fields.present("workspace", workspace);
        Fields.present("incident", incident);
        Fields.present("step", step);
        Fields.present("why", why);
    }

    @Override
    public Optional<IncidentId> about() {
        return Optional.of(incident);
    }
}
