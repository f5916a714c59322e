package io.lifeboat.failover.traffic;

import io.lifeboat.saga.traffic.TrafficSwitch;
import io.lifeboat.workspaces.config.WorkspaceConfig;

/** A kind of traffic switch: a CDI bean, one file each. Thread-safe. */
public interface SwitchKind {

    /** What the configuration calls it. */
    String type();

    /** @throws IllegalArgumentException naming the key, if the settings do not fit */
    TrafficSwitch of(WorkspaceConfig workspace);
}
