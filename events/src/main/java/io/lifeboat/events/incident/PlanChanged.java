package io.lifeboat.events.incident;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.plan.Plan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Steps that nobody has claimed yet are replaced by those of another plan.
 */
@EventName(value = "io.lifeboat.plan.changed.v1", writers = Service.DETECTOR)
public record PlanChanged(
        WorkspaceId workspace,
        IncidentId incident,
        Plan plan,
        long basis,
        String why,
        @Nullable SignedCommand command) implements DecisionEvent {
    public PlanChanged {
        Fields.present("workspace", workspace);
        Fields.present("incident", incident);
        Fields.present("plan", plan);
        Fields.present("why", why);
    }

    @Override
    public Optional<IncidentId> about() {
        return Optional.of(incident);
    }
}
