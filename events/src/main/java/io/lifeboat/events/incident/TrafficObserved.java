package io.lifeboat.events.incident;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.WorkspaceId;

/**
 * Where traffic was found when nothing in the log said so yet: makes that site the active one. Later ones count for nothing.
 *
 * @param epoch what the target carried
 */
@EventName(value = "io.lifeboat.traffic.observed.v1", writers = Service.FAILOVER)
public record TrafficObserved(WorkspaceId workspace, SiteId site, long epoch) implements WorkspaceEvent {
    public TrafficObserved {
        Fields.present("workspace", workspace);
        Fields.present("site", site);
        Fields.counter("epoch", 0, epoch);
    }
}
