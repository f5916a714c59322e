package io.lifeboat.detector.probe.qdrant;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.WorkspaceId;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** Where nobody knows which site is active, nothing is written. */
@Singleton
@DefaultBean
public final class ClosedGate implements WriteGate {
    @Override
    public boolean mayWrite(WorkspaceId workspace, SiteId site) {
        return false;
    }
}
