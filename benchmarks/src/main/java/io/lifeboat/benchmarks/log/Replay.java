package io.lifeboat.benchmarks.log;

import io.lifeboat.cli.log.PartitionScan;
import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.fold.Partition;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.WorkspaceEvent;
import io.lifeboat.events.serde.Keys;
import io.lifeboat.events.topic.Topics;
import io.lifeboat.saga.kafka.KafkaSettings;
import java.util.Set;

/** Ours: what {@code lifeboat timeline} does, but for the printing: its scan, and the fold that marks void records. */
final class Replay {
    private final IncidentId incident;
    private Partition partition;
    private int effective;
    private long finished;

    private Replay(IncidentId incident, int partition) {
        this.incident = incident;
        this.partition = Partition.empty(partition);
    }

    static Replay of(KafkaSettings kafka, WorkspaceId workspace, IncidentId incident) throws InterruptedException {
        try (PartitionScan scan = PartitionScan.of(kafka, Topics.INCIDENTS, workspace.value())) {
            Replay replay = new Replay(incident, scan.number());
            scan.read(PartitionScan.keys(Set.of(workspace.value(), Keys.PARTITION)), replay::see);
            replay.finished = System.nanoTime();
            return replay;
        }
    }

    private void see(LogRecord record) {
        partition = partition.apply(record);
        boolean about = record.event() instanceof WorkspaceEvent event
                && event.about().filter(incident::equals).isPresent();
        if (about && partition.ruling().isEffective()) {
            effective++;
        }
    }

    /** Events of the incident that count. */
    int effective() {
        return effective;
    }

    /** When the last record had been folded, by {@code System.nanoTime}: closing is not counted, nor is the peer's. */
    long finished() {
        return finished;
    }

    /** Records gone through: up to the last one of the workspace, as the partition's fold knows. */
    long records() {
        return partition.next();
    }
}
