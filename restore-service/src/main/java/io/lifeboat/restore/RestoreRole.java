package io.lifeboat.restore;

import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.restore.proof.EndedProofs;
import io.lifeboat.restore.proof.ProofDecider;
import io.lifeboat.saga.Decider;
import io.lifeboat.saga.core.Settings;
import io.lifeboat.saga.core.StepDecider;
import io.lifeboat.service.Role;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.function.Predicate;

/** This service claims the steps that bring data back; backups run beside the saga. */
@Singleton
public final class RestoreRole implements Role {
    private final LifeboatConfig config;
    private final EndedProofs proofs;

    RestoreRole(LifeboatConfig config, EndedProofs proofs) {
        this.config = config;
        this.proofs = proofs;
    }

    @Override
    public Service service() {
        return Service.RESTORE;
    }

    @Override
    public Decider decider(Settings self, Predicate<ClaimId> running) {
        return new ProofDecider(new StepDecider(self, running), proofs::of);
    }

    @Override
    public Collection<WorkspaceId> known() {
        return config.workspaces().stream().map(WorkspaceConfig::id).toList();
    }
}
