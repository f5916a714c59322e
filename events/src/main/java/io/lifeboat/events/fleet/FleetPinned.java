package io.lifeboat.events.fleet;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.id.Service;

/**
 * The genesis record of the fleet's log.
 *
 * @param log random identity of this log, so that a service can tell another one
 */
@EventName(value = "io.lifeboat.fleet.pinned.v1", writers = Service.DETECTOR)
public record FleetPinned(java.util.UUID log) implements FleetEvent {
    public FleetPinned {
        Fields.present("log", log);
    }
}
