package io.lifeboat.benchmarks.log;

import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.serde.Writer;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** One process of each service. Immutable. */
final class Writers {
    private final Map<Service, Writer> writers = new EnumMap<>(Service.class);

    Writers() {
        for (Service service : Service.values()) {
            writers.put(service, Writer.of(service, new ProcessId(UUID.randomUUID())));
        }
    }

    Writer of(Service service) {
        Writer writer = writers.get(service);
        if (writer == null) {
            throw new IllegalArgumentException("no writer for " + service);
        }
        return writer;
    }

    Writer detector() {
        return of(Service.DETECTOR);
    }

    Writer verifier() {
        return of(Service.VERIFIER);
    }
}
