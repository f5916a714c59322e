package io.lifeboat.detector.probe.qdrant;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.WorkspaceId;

/**
 * Whether a site's collections may be written to now. Only the active site's may: a fenced site must receive no writes,
 * and a fed standby would lose them. Asked from an event loop: must not block.
 */
@FunctionalInterface
public interface WriteGate {
    boolean mayWrite(WorkspaceId workspace, SiteId site);
}
