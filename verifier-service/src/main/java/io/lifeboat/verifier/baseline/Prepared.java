package io.lifeboat.verifier.baseline;

import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.BaselineRecorded;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Baselines that were taken and wait to be appended, at most one a workspace. Thread-safe. */
@Singleton
public class Prepared {
    private final Map<WorkspaceId, BaselineRecorded> baselines = new ConcurrentHashMap<>();

    void put(BaselineRecorded baseline) {
        baselines.put(baseline.workspace(), baseline);
    }

    void forget(WorkspaceId workspace) {
        baselines.remove(workspace);
    }

    /** The last one that was taken, appended already or not. */
    public Optional<BaselineRecorded> of(WorkspaceId workspace) {
        return Optional.ofNullable(baselines.get(workspace));
    }
}
