package io.lifeboat.events.incident;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.plan.Arguments;
import java.util.Optional;

/**
 * A long step tells how far it is. For people: it changes no state.
 */
@EventName(
        value = "io.lifeboat.step.progressed.v1",
        writers = {Service.FAILOVER, Service.RESTORE, Service.VERIFIER, Service.NOTIFIER})
public record StepProgressed(
        WorkspaceId workspace, IncidentId incident, StepId step, ClaimId claim, String note, Arguments detail)
        implements WorkspaceEvent {
    public StepProgressed {
        Fields.present("workspace", workspace);
        Fields.present("incident", incident);
        Fields.present("step", step);
        Fields.present("claim", claim);
        Fields.present("note", note);
        Fields.present("detail", detail);
    }

    @Override
    public Optional<IncidentId> about() {
        return Optional.of(incident);
    }
}
