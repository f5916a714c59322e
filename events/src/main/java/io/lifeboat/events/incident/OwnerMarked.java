package io.lifeboat.events.incident;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;

/**
 * A process of a service takes the partition. It counts only if its term is above that service's current one there.
 */
@EventName(
        value = "io.lifeboat.owner.marked.v1",
        writers = {Service.DETECTOR, Service.FAILOVER, Service.RESTORE, Service.VERIFIER, Service.NOTIFIER})
public record OwnerMarked(Service service, ProcessId process, long term) implements PartitionEvent {
    public OwnerMarked {
        Fields.present("service", service);
        Fields.present("process", process);
        Fields.counter("term", 1, term);
    }
}
