package io.lifeboat.detector.incident;

import io.lifeboat.events.id.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Knows from when on this process has watched a workspace without a gap, and when it last saw its steps held back. Deadlines
 * run from then: after a pause, a hold or an absence of the broker the other services need their time too. Not thread-safe.
 */
final class Attention {
    /** The participant asks several times a second; who was not asked for so long was away. */
    static final Duration GAP = Duration.ofSeconds(10);

    private final Map<WorkspaceId, Watch> watches = new HashMap<>();

    /**
     * What is known of one workspace.
     *
     * @param since it has been watched without a gap
     * @param resumed when its steps were last seen held back; {@link Instant#EPOCH} if never
     * @param last when it was looked at last
     */
    record Watch(Instant since, Instant resumed, Instant last) {}

    /** Called at each decision. */
    Watch look(WorkspaceId workspace, boolean stopped, Instant now) {
        Watch before = watches.get(workspace);
        boolean gap = before == null || Duration.between(before.last(), now).compareTo(GAP) > 0;
        Instant resumed = before == null ? Instant.EPOCH : before.resumed();
        Watch watch = new Watch(gap ? now : before.since(), stopped ? now : resumed, now);
        watches.put(workspace, watch);
        return watch;
    }
}
