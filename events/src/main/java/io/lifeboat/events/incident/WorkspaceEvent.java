package io.lifeboat.events.incident;

import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.WorkspaceId;
import java.util.Optional;

/** Concerns one workspace, whose id is also the record's key. */
public sealed interface WorkspaceEvent extends IncidentEvent
        permits TrafficObserved,
                BaselineRecorded,
                BackupProven,
                IncidentOpened,
                StepClaimed,
                StepProgressed,
                StepEnded,
                EpochObserved,
                ApprovalGiven,
                CommandRefused,
                DecisionEvent {

    WorkspaceId workspace();

    /** The incident that it belongs to, if it belongs to one. */
    default Optional<IncidentId> about() {
        return Optional.empty();
    }
}
