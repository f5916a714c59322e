package io.lifeboat.events.incident;

import io.lifeboat.events.command.SignedCommand;
import org.jspecify.annotations.Nullable;

/**
 * A decision about a workspace. It counts only if its basis is the current decision version: whoever decided had seen
 * everything that was decided before.
 */
public sealed interface DecisionEvent extends WorkspaceEvent
        permits StepSkipped,
                StepEscalated,
                IncidentAborted,
                IncidentAdvanced,
                IncidentAcknowledged,
                PlanChanged,
                WorkspaceHeld,
                WorkspaceReleased,
                MaintenanceSet {

    /** The decision version that it was made on. */
    long basis();

    /** One sentence: what, why, until when. */
    String why();

    /** The command that asked for it; absent for Lifeboat's own decisions. */
    @Nullable
    SignedCommand command();
}
