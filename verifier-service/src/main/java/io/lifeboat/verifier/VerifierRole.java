package io.lifeboat.verifier;

import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.saga.Decider;
import io.lifeboat.saga.core.Settings;
import io.lifeboat.saga.core.StepDecider;
import io.lifeboat.service.Role;
import io.lifeboat.verifier.baseline.BaselineDecider;
import io.lifeboat.verifier.baseline.Prepared;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.function.Predicate;

/** This service claims its steps, and records baselines between them. */
@Singleton
public class VerifierRole implements Role {
    private final LifeboatConfig config;
    private final Prepared prepared;

    VerifierRole(LifeboatConfig config, Prepared prepared) {
        this.config = config;
        this.prepared = prepared;
    }

    @Override
    public Service service() {
        return Service.VERIFIER;
    }

    @Override
    public Decider decider(Settings self, Predicate<ClaimId> running) {
        return new BaselineDecider(new StepDecider(self, running), prepared::of);
    }

    @Override
    public Collection<WorkspaceId> known() {
        return config.workspaces().stream().map(WorkspaceConfig::id).toList();
    }
}
