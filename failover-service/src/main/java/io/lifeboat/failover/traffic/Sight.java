package io.lifeboat.failover.traffic;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.saga.traffic.Reading;
import io.lifeboat.saga.traffic.TrafficSwitch;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.io.IOException;

/** What was last seen of a workspace's traffic target. */
public sealed interface Sight {

    /** It was not looked at yet. */
    record NotYet() implements Sight {}

    /** It sends users to a site of the workspace. */
    record Found(SiteId site, long epoch) implements Sight {}

    /** It sends users somewhere that is no site of the workspace. */
    record Foreign(String value, long epoch) implements Sight {}

    /** It could not be asked. */
    record Unreachable(String why) implements Sight {}

    /** Looks now. */
    static Sight of(WorkspaceConfig workspace, TrafficSwitch target) throws InterruptedException {
        try {
            Reading reading = target.read();
            return workspace.sites().stream()
                    .filter(site -> site.value().equals(reading.value()))
                    .map(Site::id)
                    .findFirst()
                    .<Sight>map(site -> new Found(site, reading.epoch()))
                    .orElseGet(() -> new Foreign(reading.value(), reading.epoch()));
        } catch (IOException e) {
            return new Unreachable(String.valueOf(e.getMessage()));
        }
    }
}
