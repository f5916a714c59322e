package io.lifeboat.verifier.report;

import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.fold.Partition;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.WorkspaceEvent;
import io.lifeboat.events.serde.Decoded;
import io.lifeboat.events.serde.Envelope;
import io.lifeboat.events.topic.Topics;
import io.lifeboat.saga.kafka.KafkaParticipant;
import io.lifeboat.saga.kafka.KafkaSettings;
import io.lifeboat.saga.kafka.LogReader;
import io.lifeboat.service.ServiceSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the topic of incidents by a reader of its own, which lives as long as one reading. Thread-safe. */
@Singleton
public class KafkaIncidentLog implements IncidentLog {
    private final KafkaSettings kafka;

    @Inject
    KafkaIncidentLog(ServiceSettings settings) {
        ServiceSettings.Kafka to = settings.kafka();
        this.kafka = new KafkaSettings(to.bootstrap(), to.replication(), to.minInSync(), false, to.client());
    }

    @Override
    public List<Ruled> read(WorkspaceId workspace, Duration atMost) throws InterruptedException, LogUnread {
        Collector collector = new Collector(workspace);
        List<LogReader.Source> sources = List.of(LogReader.Source.whole(Topics.INCIDENTS));
        try (LogReader reader = new LogReader(kafka, "lifeboat-verifier-report", sources, collector)) {
            reader.start();
            return collector.whole.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new LogUnread("the log could not be read to its end within " + atMost.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the log could not be folded", e.getCause());
        }
    }

    /** Folds the one partition of the workspace; on the reader's thread. */
    private static final class Collector implements LogReader.Handler {
        private final CompletableFuture<List<Ruled>> whole = new CompletableFuture<>();
        private final WorkspaceId workspace;
        private final List<Ruled> found = new ArrayList<>();
        private Partition partition;

        Collector(WorkspaceId workspace) {
            this.workspace = workspace;
            this.partition = empty(workspace);
        }

        private static Partition empty(WorkspaceId workspace) {
            return Partition.empty(KafkaParticipant.partitionOf(workspace));
        }

        @Override
        public void records(List<LogReader.Item> items) {
            for (LogReader.Item item : items) {
                if (item.raw().partition() == partition.number()
                        && item.decoded() instanceof Decoded.Readable readable) {
                    fold(item.raw(), readable.envelope());
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
            partition = partition.apply(record);
            if (record.event() instanceof WorkspaceEvent event
                    && event.workspace().equals(workspace)) {
                found.add(new Ruled(record, partition.ruling()));
            }
        }

        @Override
        public void caughtUp() {
            whole.complete(List.copyOf(found));
        }

        @Override
        public void restarted() {
            found.clear();
            partition = empty(workspace);
        }

        @Override
        public void tailLost(String why) {
            restarted();
        }
    }
}
