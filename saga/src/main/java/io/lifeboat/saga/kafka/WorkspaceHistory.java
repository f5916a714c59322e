package io.lifeboat.saga.kafka;

import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.fold.Partition;
import io.lifeboat.events.fold.Ruling;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.WorkspaceEvent;
import io.lifeboat.events.serde.Decoded;
import io.lifeboat.events.serde.Envelope;
import io.lifeboat.events.serde.EventCodec;
import io.lifeboat.events.serde.Keys;
import io.lifeboat.events.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * All that the log says of one workspace, in its order, with what the rules say of each record. Only its own records and those
 * of the partition itself are decoded; the others are told by their keys and left as they are. Immutable once read.
 */
public final class WorkspaceHistory {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final byte[] PARTITION_KEY = Keys.PARTITION.getBytes(StandardCharsets.UTF_8);

    /** A record of the workspace. */
    public record Entry(LogRecord record, Envelope envelope, Ruling ruling) {}

    private final byte[] key;
    private final List<Entry> entries = new ArrayList<>();
    private Partition folded;
    private long records;

    private WorkspaceHistory(WorkspaceId workspace, int partition) {
        this.key = workspace.value().getBytes(StandardCharsets.UTF_8);
        this.folded = Partition.empty(partition);
    }

    /**
     * Reads to where the log ends now.
     *
     * @throws IllegalStateException if that end was not reached within the limit
     */
    public static WorkspaceHistory read(KafkaSettings kafka, WorkspaceId workspace, Duration limit) {
        int partition = KafkaParticipant.partitionOf(workspace);
        WorkspaceHistory history = new WorkspaceHistory(workspace, partition);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                kafka.consumer("lifeboat-history"), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            history.read(consumer, new TopicPartition(Topics.INCIDENTS, partition), Instant.now().plus(limit));
        }
        return history;
    }

    private void read(KafkaConsumer<byte[], byte[]> from, TopicPartition partition, Instant until) {
        List<TopicPartition> only = List.of(partition);
        from.assign(only);
        from.seekToBeginning(only);
        Map<TopicPartition, Long> ends = from.endOffsets(only);
        while (from.position(partition) < ends.get(partition)) {
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException("%s was read to %d of %d, then the time was over"
                        .formatted(partition, from.position(partition), ends.get(partition)));
            }
            from.poll(POLL).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> raw) {
        records++;
        if (Arrays.equals(raw.key(), key) || Arrays.equals(raw.key(), PARTITION_KEY)) {
            switch (EventCodec.decode(Wires.of(raw))) {
                case Decoded.Readable readable -> fold(raw, readable.envelope());
                case Decoded.Unreadable unreadable -> {} // the detector tells of it in the dead letters
            }
        }
    }

    private void fold(ConsumerRecord<byte[], byte[]> raw, Envelope envelope) {
        LogRecord record = new LogRecord(
                raw.partition(),
                raw.offset(),
                Instant.ofEpochMilli(raw.timestamp()),
                envelope.id(),
                envelope.writer(),
                envelope.event());
        folded = folded.apply(record);
        if (Arrays.equals(raw.key(), key)) {
            entries.add(new Entry(record, envelope, folded.ruling()));
        }
    }

    /** Everything about the workspace. */
    public List<Entry> all() {
        return List.copyOf(entries);
    }

    /** What is about one incident. */
    public List<Entry> of(IncidentId incident) {
        return entries.stream().filter(entry -> isAbout(entry, incident)).toList();
    }

    private static boolean isAbout(Entry entry, IncidentId incident) {
        return entry.record().event() instanceof WorkspaceEvent event
                && event.about().filter(incident::equals).isPresent();
    }

    /** Records that were gone through, those of other workspaces included. */
    public long records() {
        return records;
    }
}
