package io.lifeboat.workspaces.config;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.TargetId;
import java.net.URI;

/** One thing probed. */
public sealed interface Target {
    TargetId id();

    URI address();

    /** A node of a site's Qdrant. */
    record Node(TargetId id, SiteId site, URI address) implements Target {}

    /** An application of the workspace. */
    record App(TargetId id, URI address, int status) implements Target {}
}
