package io.lifeboat.events.incident;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * No automatic effects between two times, by the log's time.
 */
@EventName(value = "io.lifeboat.maintenance.set.v1", writers = Service.DETECTOR)
public record MaintenanceSet(
        WorkspaceId workspace,
        Instant from,
        Instant until,
        long basis,
        String why,
        @Nullable SignedCommand command) implements DecisionEvent {
    public MaintenanceSet {
        Fields.present("workspace", workspace);
        Fields.present("from", from);
        Fields.present("until", until);
        Fields.present("why", why);
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException(
                    "maintenance: expected an end after its beginning, got %s to %s".formatted(from, until));
        }
    }
}
