package io.lifeboat.events.fold;

import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.serde.Writer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What surrounds a workspace's event in its partition. */
record Context(Instant at, Writer writer, Map<Service, Owner> owners, Guards guards) {

    boolean stops(Guard guard, boolean broken) {
        return guards.stops(guard, broken);
    }

    boolean isOwner(Service service, ProcessId process) {
        Owner owner = owners.get(service);
        return owner != null && owner.process().equals(process);
    }

    /** Refuses what another service than that one wrote. */
    Optional<Ruling> strangerTo(Service service) {
        return writer.is(service)
                ? Optional.empty()
                : Optional.of(Ruling.voided("written by %s, expected %s", writer.name(), service));
    }
}
