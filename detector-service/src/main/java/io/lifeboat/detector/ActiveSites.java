package io.lifeboat.detector;

import io.lifeboat.detector.probe.qdrant.WriteGate;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.saga.core.Participant;
import io.lifeboat.service.Host;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which site of each workspace may be written to, as the log had it a moment ago. While a recovery moves anything, none may.
 * Thread-safe.
 */
@Singleton
public class ActiveSites implements WriteGate {
    private static final long EVERY_MILLIS = 500;

    private final List<WorkspaceId> known;
    private final Map<WorkspaceId, SiteId> active = new ConcurrentHashMap<>();

    ActiveSites(LifeboatConfig config) {
        known = config.workspaces().stream().map(WorkspaceConfig::id).toList();
    }

    void start(@Observes StartupEvent event, Vertx vertx, Instance<Host> host) {
        vertx.setPeriodic(EVERY_MILLIS, timer -> host.get().participant().onLoop(this::look));
    }

    private void look(Participant participant) {
        known.forEach(id -> look(participant.workspace(id)));
    }

    private void look(Workspace workspace) {
        boolean still = workspace.lockHolder().filter(Incident::holdsLock).isEmpty();
        if (workspace.active() != null && still) {
            active.put(workspace.id(), workspace.active());
        } else {
            active.remove(workspace.id());
        }
    }

    @Override
    public boolean mayWrite(WorkspaceId workspace, SiteId site) {
        return site.equals(active.get(workspace));
    }
}
