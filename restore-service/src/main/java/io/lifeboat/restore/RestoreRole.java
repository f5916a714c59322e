package io.lifeboat.restore;

import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.service.Role;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import jakarta.inject.Singleton;
import java.util.Collection;

/** This service claims the steps that bring data back; backups and the feed run beside the saga. */
@Singleton
public final class RestoreRole implements Role {
    private final LifeboatConfig config;

    RestoreRole(LifeboatConfig config) {
        this.config = config;
    }

    @Override
    public Service service() {
        return Service.RESTORE;
    }

    @Override
    public Collection<WorkspaceId> known() {
        return config.workspaces().stream().map(WorkspaceConfig::id).toList();
    }
}
