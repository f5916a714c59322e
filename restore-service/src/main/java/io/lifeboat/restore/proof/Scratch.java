package io.lifeboat.restore.proof;

import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.restore.provision.PlaceName;
import io.lifeboat.restore.provision.PlaceRequest;
import io.lifeboat.restore.provision.Provisioner;
import io.lifeboat.workspaces.config.SecretRef;
import io.lifeboat.workspaces.config.Settings;
import java.time.Duration;
import java.util.Optional;

/** Where a workspace's backups are proven: one server at a time, so that one that a killed process left is found and destroyed. */
public record Scratch(Provisioner kind, Settings settings, Optional<SecretRef> apiKey) {
    private static final String PURPOSE = "proof";

    /** @param attempt of a-z and 0-9, another one for each proof */
    PlaceRequest request(WorkspaceId workspace, String attempt, Duration within) {
        return new PlaceRequest(workspace, new PlaceName(PURPOSE, attempt), settings, apiKey, within);
    }
}
