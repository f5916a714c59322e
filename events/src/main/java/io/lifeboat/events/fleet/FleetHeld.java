package io.lifeboat.events.fleet;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.Service;

/**
 * No effects anywhere until released. Detection, notices and seals go on.
 */
@EventName(value = "io.lifeboat.fleet.held.v1", writers = Service.DETECTOR)
public record FleetHeld(long basis, String why, SignedCommand command) implements FleetEvent {
    public FleetHeld {
        Fields.present("why", why);
        Fields.present("command", command);
    }
}
