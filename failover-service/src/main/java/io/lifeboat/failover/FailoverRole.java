package io.lifeboat.failover;

import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.failover.traffic.TrafficDecider;
import io.lifeboat.failover.traffic.TrafficWatch;
import io.lifeboat.saga.Decider;
import io.lifeboat.saga.core.Settings;
import io.lifeboat.saga.core.StepDecider;
import io.lifeboat.service.Role;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.function.Predicate;

/** What this service is in the saga. */
@Singleton
public final class FailoverRole implements Role {
    private final LifeboatConfig config;
    private final TrafficWatch watch;

    FailoverRole(LifeboatConfig config, TrafficWatch watch) {
        this.config = config;
        this.watch = watch;
    }

    @Override
    public Service service() {
        return Service.FAILOVER;
    }

    @Override
    public Decider decider(Settings self, Predicate<ClaimId> running) {
        return new TrafficDecider(new StepDecider(self, running), watch::sight);
    }

    @Override
    public Collection<WorkspaceId> known() {
        return config.workspaces().stream().map(WorkspaceConfig::id).toList();
    }
}
