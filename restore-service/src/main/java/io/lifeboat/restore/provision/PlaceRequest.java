package io.lifeboat.restore.provision;

import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.workspaces.config.SecretRef;
import io.lifeboat.workspaces.config.Settings;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What is asked of a provisioner.
 *
 * @param settings what its type takes
 * @param apiKey of the Qdrant that will answer there
 * @param within until it answers real reads
 */
public record PlaceRequest(
        WorkspaceId workspace, PlaceName name, Settings settings, Optional<SecretRef> apiKey, Duration within) {
    public PlaceRequest {
        Objects.requireNonNull(workspace, "workspace");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(settings, "settings");
        if (within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("within: expected more than zero, got " + within);
        }
    }
}
