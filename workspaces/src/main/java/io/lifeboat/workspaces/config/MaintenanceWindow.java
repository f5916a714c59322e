package io.lifeboat.workspaces.config;

import java.time.Instant;

/** A time in which Lifeboat detects and tells, but does not act. From inclusive, until exclusive. */
public record MaintenanceWindow(Instant from, Instant until) {

    public MaintenanceWindow {
        if (!until.isAfter(from)) {
            throw new BadValue("until", until.toString(), "later than from (" + from + ")");
        }
    }

    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
