package io.lifeboat.verifier.report;

import io.lifeboat.events.id.WorkspaceId;
import java.time.Duration;
import java.util.List;

/** What the log says of a workspace, read anew from its beginning: the fold keeps no timeline. */
@FunctionalInterface
public interface IncidentLog {

    /**
     * All records of a workspace, oldest first.
     *
     * @throws LogUnread if the end was not reached in that time
     */
    List<Ruled> read(WorkspaceId workspace, Duration atMost) throws InterruptedException, LogUnread;
}
