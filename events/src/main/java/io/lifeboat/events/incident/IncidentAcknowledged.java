package io.lifeboat.events.incident;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.Person;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.WorkspaceId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person has taken note: escalation stops, and the next automatic failover need not wait for the cool-down.
 */
@EventName(value = "io.lifeboat.incident.acknowledged.v1", writers = Service.DETECTOR)
public record IncidentAcknowledged(
        WorkspaceId workspace,
        IncidentId incident,
        Person person,
        long basis,
        String why,
        @Nullable SignedCommand command)
        implements DecisionEvent {
    public IncidentAcknowledged {
        Fields.present("workspace", workspace);
        Fields.present("incident", incident);
        Fields.present("person", person);
        Fields.present("why", why);
    }

    @Override
    public Optional<IncidentId> about() {
        return Optional.of(incident);
    }
}
