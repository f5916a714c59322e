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
 * The verdict on a claim. It counts only while that claim is the current one, even if the owner has changed since.
 *
 * @param unsealed a request of this claim may still land: what depends on the step waits for a person
 * @param output what later steps and people need of it
 */
@EventName(
        value = "io.lifeboat.step.ended.v1",
        writers = {Service.FAILOVER, Service.RESTORE, Service.VERIFIER, Service.NOTIFIER})
public record StepEnded(
        WorkspaceId workspace,
        IncidentId incident,
        StepId step,
        ClaimId claim,
        Verdict verdict,
        boolean unsealed,
        Arguments output,
        String why)
        implements WorkspaceEvent {
    public StepEnded {
        Fields.present("workspace", workspace);
        Fields.present("incident", incident);
        Fields.present("step", step);
        Fields.present("claim", claim);
        Fields.present("verdict", verdict);
        Fields.present("output", output);
        Fields.present("why", why);
    }

    /** How a claim ended. */
    public enum Verdict {
        SUCCEEDED,
        FAILED,
        /** The action failed and may be tried again: uses up one retry. */
        RETRY,
        /** The target carried another epoch or claim: the step opens again and no retry is used up. */
        CONFLICT
    }

    @Override
    public Optional<IncidentId> about() {
        return Optional.of(incident);
    }
}
