package io.lifeboat.restore.restore;

import io.lifeboat.backup.Catalogue;
import io.lifeboat.backup.StoreCatalogue;
import io.lifeboat.backup.seal.ReferencedKeys;
import io.lifeboat.backup.store.BackupStore;
import io.lifeboat.backup.store.LocalStore;
import io.lifeboat.workspaces.config.BackupPlace;
import io.lifeboat.workspaces.config.Backups;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.Settings;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The store of each workspace, as its {@code backups} say; where they say nothing, the one that this service's settings name, for
 * workspaces whose backups others make. Each workspace has a folder of its own in a store.
 */
@Singleton
public class StoreCatalogues implements CatalogueSource {
    private final Optional<BackupStore> otherwise;

    /** @throws IllegalArgumentException naming the workspace, if it wants a store of another kind */
    StoreCatalogues(LifeboatConfig config, RestoreSettings settings) {
        this.otherwise = settings.store().map(LocalStore::new);
        config.workspaces().forEach(this::store);
    }

    @Override
    public Optional<Catalogue> of(WorkspaceConfig workspace) {
        return store(workspace).map(store -> new StoreCatalogue(store, new ReferencedKeys()));
    }

    /** Where its backups are written; empty where it keeps none. */
    public Optional<BackupStore> store(WorkspaceConfig workspace) {
        Backups backups = workspace.backups();
        if (backups == null) {
            return otherwise;
        }
        BackupPlace place = backups.store();
        if (!place.type().equals("local")) {
            throw new IllegalArgumentException("backups.store.type of workspace %s: expected local, got '%s'"
                    .formatted(workspace.id(), place.type()));
        }
        Settings settings = place.settings();
        return Optional.of(new LocalStore(settings.folder().resolve(settings.required("folder"))));
    }
}
