package io.lifeboat.events.fold;

import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.serde.Writer;
import java.time.Instant;
import java.util.Map;

/** What surrounds a workspace's event in its partition. */
record Context(Instant at, Writer writer, Map<Service, Owner> owners, Guards guards) {

    boolean stops(Guard guard, boolean broken) {
        return guards.stops(guard, broken);
    }

    boolean isOwner(Service service, ProcessId process) {
        Owner owner = owners.get(service);
        return owner != null && owner.process().equals(process);
    }
}
