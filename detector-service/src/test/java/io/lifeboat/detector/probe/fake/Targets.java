package io.lifeboat.detector.probe.fake;

import io.lifeboat.detector.probe.ProbeSettings;
import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.detector.probe.WatchedCollection;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.WorkspaceId;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Targets of the workspace {@code shop}. */
public final class Targets {
    public static final WorkspaceId SHOP = new WorkspaceId("shop");
    public static final SiteId BLUE = new SiteId("blue");

    private Targets() {}

    public static ProbeTarget.QdrantNode node(URI address) {
        return node(address, ProbeSettings.defaults());
    }

    public static ProbeTarget.QdrantNode node(URI address, ProbeSettings settings) {
        return node(address, settings, List.of());
    }

    public static ProbeTarget.QdrantNode node(
            URI address, ProbeSettings settings, List<WatchedCollection> collections) {
        return new ProbeTarget.QdrantNode(
                SHOP, new TargetId("blue-1"), BLUE, address, Optional.empty(), collections, settings);
    }

    public static ProbeTarget.Application application(URI address, int status) {
        return new ProbeTarget.Application(SHOP, new TargetId("app"), address, status, ProbeSettings.defaults());
    }

    public static ProbeTarget.Control control(URI address) {
        return new ProbeTarget.Control(new TargetId("control-1"), address, ProbeSettings.defaults());
    }
}
