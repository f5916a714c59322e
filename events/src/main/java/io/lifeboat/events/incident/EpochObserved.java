package io.lifeboat.events.incident;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.WorkspaceId;

/**
 * A target was found to carry this epoch: no later claim may have a lower one.
 */
@EventName(
        value = "io.lifeboat.epoch.observed.v1",
        writers = {Service.FAILOVER, Service.RESTORE})
public record EpochObserved(WorkspaceId workspace, long epoch) implements WorkspaceEvent {
    public EpochObserved {
        Fields.present("workspace", workspace);
        Fields.counter("epoch", 0, epoch);
    }
}
