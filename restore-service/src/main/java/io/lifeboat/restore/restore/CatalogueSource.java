package io.lifeboat.restore.restore;

import io.lifeboat.backup.Catalogue;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.util.Optional;

/** The catalogue of a workspace's store. Thread-safe. */
public interface CatalogueSource {

    /** Empty where the workspace keeps no backups. */
    Optional<Catalogue> of(WorkspaceConfig workspace);
}
