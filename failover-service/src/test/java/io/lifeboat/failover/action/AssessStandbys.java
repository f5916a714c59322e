package io.lifeboat.failover.action;

import io.lifeboat.failover.assess.Assessor;
import io.lifeboat.workspaces.config.LifeboatConfig;

/** The action without a container. */
public final class AssessStandbys {
    private AssessStandbys() {}

    public static AssessStandby of(LifeboatConfig config, Assessor assessor) {
        return new AssessStandby(config, assessor);
    }
}
