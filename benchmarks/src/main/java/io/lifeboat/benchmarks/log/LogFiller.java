package io.lifeboat.benchmarks.log;

import io.lifeboat.benchmarks.process.RawClients;
import io.lifeboat.events.id.EventId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.IncidentEvent;
import io.lifeboat.events.incident.LogPinned;
import io.lifeboat.events.incident.OwnerMarked;
import io.lifeboat.events.incident.TrafficObserved;
import io.lifeboat.events.incident.WorkspaceEvent;
import io.lifeboat.events.serde.Envelope;
import io.lifeboat.events.serde.EventCodec;
import io.lifeboat.events.serde.Json;
import io.lifeboat.events.serde.Seen;
import io.lifeboat.events.serde.Wire;
import io.lifeboat.events.serde.Writer;
import io.lifeboat.events.topic.Topics;
import io.lifeboat.saga.kafka.Wires;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.jspecify.annotations.Nullable;

/** Writes a history of incidents as the services would, only faster. Not thread-safe. */
final class LogFiller {
    private static final Service[] OWNERS = {Service.FAILOVER, Service.VERIFIER, Service.NOTIFIER};

    private final KafkaProducer<byte[], byte[]> producer;
    private final Writers writers = new Writers();
    private final Map<WorkspaceId, Seen> seen = new HashMap<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private long records;
    private long bytes;

    /**
     * What was written.
     *
     * @param bytes of keys, headers and values
     * @param incidents how many, numbered from zero
     */
    record Filled(List<WorkspaceId> workspaces, long records, long bytes, int incidents) {}

    private LogFiller(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Writes at least so many events, whole incidents, the workspaces by turns. */
    static Filled fill(String bootstrap, int workspaces, long events) {
        try (KafkaProducer<byte[], byte[]> producer = RawClients.bulkProducer(bootstrap)) {
            return new LogFiller(producer).fill(workspaces, events);
        }
    }

    private Filled fill(int count, long events) {
        List<WorkspaceId> workspaces = IntStream.range(0, count)
                .mapToObj(i -> new WorkspaceId("workspace-%03d".formatted(i)))
                .toList();
        begin(workspaces);
        int incidents = 0;
        while (records < events) {
            WorkspaceId workspace = workspaces.get(incidents % count);
            int seq = incidents / count + 1;
            FailoverStory.tell(workspace, seq, incidents, Instant.now(), writers)
                    .forEach(written -> append(written.writer(), written.event()));
            incidents++;
        }
        producer.flush();
        requireWritten();
        return new Filled(workspaces, records, bytes, incidents);
    }

    private void begin(List<WorkspaceId> workspaces) {
        for (int partition = 0; partition < Topics.INCIDENT_PARTITIONS; partition++) {
            send(partition, writers.detector(), null, new LogPinned(Topics.INCIDENT_PARTITIONS, LogPinned.MURMUR2));
            for (Service service : OWNERS) {
                Writer owner = writers.of(service);
                send(partition, owner, null, new OwnerMarked(service, owner.process(), 1));
            }
        }
        for (WorkspaceId workspace : workspaces) {
            append(writers.of(Service.FAILOVER), new TrafficObserved(workspace, FailoverStory.firstActive(), 0));
        }
    }

    private void append(Writer writer, WorkspaceEvent event) {
        send(null, writer, event.workspace(), event);
    }

    private void send(
            @Nullable Integer partition, Writer writer, @Nullable WorkspaceId workspace, IncidentEvent event) {
        EventId id = new EventId(UUID.randomUUID());
        String subject = event instanceof WorkspaceEvent of
                ? of.about().map(Object::toString).orElse(of.workspace().value())
                : "partition-" + partition;
        Seen last = workspace == null ? null : seen.get(workspace);
        Wire wire = EventCodec.encode(new Envelope(id, writer, subject, Instant.now(), last, null, event));
        if (workspace != null) {
            seen.put(workspace, new Seen(id, Json.sha256(wire.value())));
        }
        Future<?> unused = producer.send(Wires.produced(Topics.INCIDENTS, partition, wire), (metadata, problem) -> {
            if (problem != null) {
                failure.set(problem);
            }
        });
        records++;
        bytes += size(wire);
    }

    private static long size(Wire wire) {
        long headers = wire.headers().entrySet().stream()
                .mapToLong(header -> header.getKey().length() + header.getValue().length)
                .sum();
        return wire.key().length + headers + wire.value().length;
    }

    private void requireWritten() {
        Exception problem = failure.get();
        if (problem != null) {
            throw new IllegalStateException("the log could not be filled", problem);
        }
    }
}
