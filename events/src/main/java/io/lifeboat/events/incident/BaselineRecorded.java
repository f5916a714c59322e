package io.lifeboat.events.incident;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the workspace looked like while healthy: what a recovery is judged against.
 *
 * @param aliases second names of collections, each with the collection that it led to; absent where they were not read
 */
@EventName(value = "io.lifeboat.baseline.recorded.v1", writers = Service.VERIFIER)
public record BaselineRecorded(
        WorkspaceId workspace,
        SiteId site,
        Instant takenAt,
        List<CollectionBaseline> collections,
        @Nullable Map<String, String> aliases)
        implements WorkspaceEvent {
    public BaselineRecorded {
        Fields.present("workspace", workspace);
        Fields.present("site", site);
        Fields.present("takenAt", takenAt);
        collections = Fields.list("collections", collections);
        if (aliases != null) {
            aliases.forEach((alias, collection) -> Fields.present("aliases." + alias, collection));
            aliases = Map.copyOf(aliases);
        }
    }

    /** One whose aliases were not recorded. */
    public BaselineRecorded(WorkspaceId workspace, SiteId site, Instant takenAt, List<CollectionBaseline> collections) {
        this(workspace, site, takenAt, collections, null);
    }
}
