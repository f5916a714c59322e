package io.lifeboat.events.incident;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.plan.Arguments;
import java.util.Optional;

/**
 * The intent to act. It counts only from the partition's owner, for the attempt after the current one.
 *
 * @param arguments what will be done, as it will be sent: the action acts with these and nothing else
 */
@EventName(
        value = "io.lifeboat.step.claimed.v1",
        writers = {Service.FAILOVER, Service.RESTORE, Service.VERIFIER, Service.NOTIFIER})
public record StepClaimed(
        WorkspaceId workspace,
        IncidentId incident,
        StepId step,
        int attempt,
        ProcessId process,
        ClaimId claim,
        Arguments arguments,
        String why)
        implements WorkspaceEvent {
    public StepClaimed {
        Fields.present("workspace", workspace);
        Fields.present("incident", incident);
        Fields.present("step", step);
        Fields.present("process", process);
        Fields.present("claim", claim);
        Fields.present("arguments", arguments);
        Fields.present("why", why);
    }

    @Override
    public Optional<IncidentId> about() {
        return Optional.of(incident);
    }
}
