package io.lifeboat.failover.action;

import io.lifeboat.failover.assess.Checks;
import io.lifeboat.failover.assess.Nodes;
import io.lifeboat.workspaces.config.LifeboatConfig;

/** The action without a container. */
public final class AssessStandbys {
    private AssessStandbys() {}

    public static AssessStandby of(LifeboatConfig config, Nodes nodes, Checks checks) {
        return new AssessStandby(config, nodes, checks);
    }
}
