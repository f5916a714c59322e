package io.lifeboat.events.incident;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.WorkspaceId;
import java.time.Instant;
import java.util.List;

/**
 * What the workspace looked like while healthy: what a recovery is judged against.
 */
@EventName(value = "io.lifeboat.baseline.recorded.v1", writers = Service.VERIFIER)
public record BaselineRecorded(
        WorkspaceId workspace, SiteId site, Instant takenAt, List<CollectionBaseline> collections)
        implements WorkspaceEvent {
    public BaselineRecorded {
        Fields.present("workspace", workspace);
        Fields.present("site", site);
        Fields.present("takenAt", takenAt);
        collections = Fields.list("collections", collections);
    }
}
