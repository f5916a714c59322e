package io.lifeboat.verifier.baseline;

import io.lifeboat.events.id.WorkspaceId;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last look at each workspace before anything happened to it. Held in memory alone: after a restart the baseline in the
 * log stands in for it. Thread-safe.
 */
@Singleton
public class Looks {
    private final Map<WorkspaceId, Look> last = new ConcurrentHashMap<>();

    void put(WorkspaceId workspace, Look look) {
        last.put(workspace, look);
    }

    public Optional<Look> last(WorkspaceId workspace) {
        return Optional.ofNullable(last.get(workspace));
    }
}
