package io.lifeboat.cli.timeline;

import io.lifeboat.cli.log.PartitionScan;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.fold.Partition;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.serde.Keys;
import io.lifeboat.events.topic.Topics;
import io.lifeboat.saga.kafka.KafkaSettings;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Replays one incident from the log: the same fold that the services use says what counted and what was void. Not thread-safe.
 */
final class Timeline implements AutoCloseable {
    private final IncidentId incident;
    private final WorkspaceId workspace;
    private final TimelineEntry numbered;
    private final PartitionScan scan;
    private final Predicate<byte[]> wanted;
    private final IncidentWatch watch;
    private Partition partition;
    private Optional<Instant> startedAt = Optional.empty();

    private Timeline(IncidentId incident, TimelineEntry numbered, PartitionScan scan) {
        this.incident = incident;
        this.numbered = numbered;
        this.workspace = IncidentFinder.workspaceOf(numbered);
        this.scan = scan;
        this.wanted = PartitionScan.keys(Set.of(workspace.value(), Keys.PARTITION));
        this.watch = new IncidentWatch(workspace, incident);
        this.partition = Partition.empty(scan.number());
    }

    /** @throws io.lifeboat.cli.Failure if the log knows no such incident */
    static Timeline open(KafkaSettings kafka, IncidentId incident) throws InterruptedException {
        TimelineEntry numbered;
        try (PartitionScan fleet = PartitionScan.only(kafka, Topics.FLEET)) {
            numbered = IncidentFinder.find(fleet, incident);
        }
        String key = IncidentFinder.workspaceOf(numbered).value();
        return new Timeline(incident, numbered, PartitionScan.of(kafka, Topics.INCIDENTS, key));
    }

    /** All entries up to now, each with the time that its elapsed time counts from: the first bad evidence. */
    void read(BiConsumer<TimelineEntry, Instant> onEntry) throws InterruptedException {
        scan.read(wanted, record -> see(record, onEntry));
        if (startedAt.isEmpty()) {
            onEntry.accept(numbered, numbered.record().appendedAt());
        }
    }

    /** Entries as they come, until the incident is closed. */
    void follow(BiConsumer<TimelineEntry, Instant> onEntry) throws InterruptedException {
        while (!isClosed()) {
            scan.poll(wanted, record -> see(record, onEntry));
        }
    }

    private boolean isClosed() {
        return startedAt.isPresent()
                && current()
                        .map(Incident::stage)
                        .filter(stage -> stage != Stage.CLOSED)
                        .isEmpty();
    }

    private void see(LogRecord record, BiConsumer<TimelineEntry, Instant> onEntry) {
        Partition before = partition;
        partition = before.apply(record);
        if (startedAt.isEmpty()
                && record.event() instanceof IncidentOpened opened
                && opened.incident().equals(incident)) {
            startedAt = Optional.of(opened.startedAt());
            onEntry.accept(numbered, opened.startedAt());
        }
        watch.see(before, record, partition)
                .ifPresent(entry ->
                        onEntry.accept(entry, startedAt.orElse(numbered.record().appendedAt())));
    }

    /** The incident as it is now, while the log keeps it open. */
    Optional<Incident> current() {
        return Optional.ofNullable(partition.workspaces().get(workspace)).flatMap(found -> found.find(incident));
    }

    @Override
    public void close() {
        scan.close();
    }
}
