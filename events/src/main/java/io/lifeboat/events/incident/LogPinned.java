package io.lifeboat.events.incident;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.id.Service;

/**
 * The genesis record: the log pins its own partition count and hash. A service refuses to start on another.
 *
 * @param partitioner how a key finds its partition, {@code murmur2}
 */
@EventName(value = "io.lifeboat.log.pinned.v1", writers = Service.DETECTOR)
public record LogPinned(int partitions, String partitioner) implements PartitionEvent {
    /** The hash of Kafka's default partitioner. */
    public static final String MURMUR2 = "murmur2";

    public LogPinned {
        Fields.present("partitioner", partitioner);
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions: expected 1 or more, got " + partitions);
        }
    }
}
