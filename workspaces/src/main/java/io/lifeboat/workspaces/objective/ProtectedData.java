package io.lifeboat.workspaces.objective;

import java.time.Duration;

/** What can be lost, and how much of it at most. */
public enum ProtectedData {
    COLLECTIONS(Duration.ofMinutes(5), Duration.ofMinutes(15), "continuous"),
    USER_DATA(Duration.ofMinutes(15), Duration.ofHours(1), "every 15 min"),
    CONFIGURATION(Duration.ofHours(1), Duration.ofHours(4), "hourly"),
    LOGS(Duration.ofHours(24), Duration.ofHours(48), "daily");

    private final Duration rpoTarget;
    private final Duration rpoMax;
    private final String backup;

    ProtectedData(Duration rpoTarget, Duration rpoMax, String backup) {
        this.rpoTarget = rpoTarget;
        this.rpoMax = rpoMax;
        this.backup = backup;
    }

    public Duration rpoTarget() {
        return rpoTarget;
    }

    public Duration rpoMax() {
        return rpoMax;
    }

    /** How often it is backed up, in words. */
    public String backup() {
        return backup;
    }
}
