package io.lifeboat.workspaces.config;

import java.util.Objects;

/**
 * A store of backups, or a scratch server to prove them in.
 *
 * @param type {@code local} or {@code s3} for a store, {@code process} or {@code url} for a scratch server, or another one by name
 * @param settings what that type takes
 */
public record BackupPlace(String type, Settings settings) {
    public BackupPlace {
        Checks.text("type", type);
        Objects.requireNonNull(settings, "settings");
    }
}
