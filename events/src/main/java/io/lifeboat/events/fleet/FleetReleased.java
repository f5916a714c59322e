package io.lifeboat.events.fleet;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.Service;

/**
 * The global hold ends; what happened meanwhile is decided afresh.
 */
@EventName(value = "io.lifeboat.fleet.released.v1", writers = Service.DETECTOR)
public record FleetReleased(long basis, String why, SignedCommand command) implements FleetEvent {
    public FleetReleased {
        Fields.present("why", why);
        Fields.present("command", command);
    }
}
