package io.lifeboat.restore.restore;

import io.lifeboat.backup.Catalogue;
import io.lifeboat.backup.StoreCatalogue;
import io.lifeboat.backup.seal.ReferencedKeys;
import io.lifeboat.backup.store.LocalStore;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The catalogue of the store that this service's settings name: one for all workspaces, each in a folder of its own. */
@Singleton
public class StoreCatalogues implements CatalogueSource {
    private final Optional<Catalogue> catalogue;

    StoreCatalogues(RestoreSettings settings) {
        this.catalogue =
                settings.store().map(folder -> new StoreCatalogue(new LocalStore(folder), new ReferencedKeys()));
    }

    @Override
    public Optional<Catalogue> of(WorkspaceConfig workspace) {
        return catalogue;
    }
}
