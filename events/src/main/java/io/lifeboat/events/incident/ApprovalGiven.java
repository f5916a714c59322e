package io.lifeboat.events.incident;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.Person;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.WorkspaceId;
import java.time.Instant;
import java.util.Optional;

/**
 * A person approves or rejects a step. It counts only for exactly what the person saw.
 *
 * @param hash of plan, step and arguments
 * @param expires appended later than this it is void
 */
@EventName(value = "io.lifeboat.approval.given.v1", writers = Service.DETECTOR)
public record ApprovalGiven(
        WorkspaceId workspace,
        IncidentId incident,
        StepId step,
        Person person,
        boolean approved,
        String hash,
        Instant expires,
        SignedCommand command)
        implements WorkspaceEvent {
    public ApprovalGiven {
        Fields.present("workspace", workspace);
        Fields.present("incident", incident);
        Fields.present("step", step);
        Fields.present("person", person);
        Fields.present("hash", hash);
        Fields.present("expires", expires);
        Fields.present("command", command);
    }

    @Override
    public Optional<IncidentId> about() {
        return Optional.of(incident);
    }
}
