package io.lifeboat.benchmarks.saga;

import io.lifeboat.benchmarks.process.RawClients;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.EventId;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.serde.Envelope;
import io.lifeboat.events.serde.EventCodec;
import io.lifeboat.events.serde.Json;
import io.lifeboat.events.serde.Seen;
import io.lifeboat.events.serde.Wire;
import io.lifeboat.events.serde.Writer;
import io.lifeboat.events.topic.Topics;
import io.lifeboat.saga.kafka.Wires;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;

/**
 * The peer: a record is produced with {@code acks=all} and consumed, twenty times one after the other, by nothing but Kafka's
 * clients. The records are as large as a claim, the topic is kept as {@code lifeboat.incidents} is. Not thread-safe.
 */
final class RawHops implements AutoCloseable {
    static final int HOPS = 2 * TenSteps.STEPS;

    private static final String TOPIC = "bench.raw";
    private static final Duration POLL = Duration.ofSeconds(5);

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Wire wire = claim();

    RawHops(String bootstrap) throws InterruptedException {
        createTopic(bootstrap);
        producer = RawClients.producer(bootstrap);
        consumer = RawClients.consumer(bootstrap);
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    private static void createTopic(String bootstrap) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            NewTopic topic = new NewTopic(TOPIC, 1, (short) 1).configs(Topics.settingsOfAll());
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("could not make the topic " + TOPIC, e.getCause());
        }
    }

    private static Wire claim() {
        ProcessId process = new ProcessId(UUID.randomUUID());
        StepClaimed event = new StepClaimed(
                new WorkspaceId("bench"),
                TenSteps.id(1),
                new StepId("step-1"),
                1,
                process,
                new ClaimId(UUID.randomUUID()),
                Arguments.of("site", "green"),
                "step-1 is ready");
        return EventCodec.encode(new Envelope(
                new EventId(UUID.randomUUID()),
                Writer.of(Service.FAILOVER, process),
                TenSteps.id(1).value(),
                Instant.now(),
                new Seen(new EventId(UUID.randomUUID()), Json.sha256(new byte[0])),
                null,
                event));
    }

    /** Twenty round trips; returns the nanoseconds they took. */
    long run() {
        long started = System.nanoTime();
        for (int i = 0; i < HOPS; i++) {
            Future<?> unused = producer.send(Wires.produced(TOPIC, null, wire));
            if (consumer.poll(POLL).count() != 1) {
                throw new IllegalStateException("the record sent did not come back within " + POLL);
            }
        }
        return System.nanoTime() - started;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
        consumer.close();
    }
}
