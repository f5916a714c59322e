package io.lifeboat.lab.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.lab.process.JavaCommand;
import io.lifeboat.lab.process.JavaProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int TWO_MEGABYTES = 2 << 20;
    private static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    @TempDir
    private Path directory;

    private JavaProcess start() throws Exception {
        return JavaProcess.start(
                JavaCommand.of(EmbeddedKafka.class, "--lifeline", "--data", directory.toString())
                        .withOptions(OPTIONS),
                LIMIT);
    }

    private static Map<String, Object> client(JavaProcess kafka) {
        return Map.of(
                "bootstrap.servers",
                kafka.ready().path("bootstrap").asText(),
                "max.request.size",
                4 << 20,
                "max.block.ms",
                60_000);
    }

    private static KafkaProducer<byte[], byte[]> producer(JavaProcess kafka, Map<String, Object> more) {
        Map<String, Object> settings = new java.util.HashMap<>(client(kafka));
        settings.putAll(more);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static void createTopic(JavaProcess kafka) throws Exception {
        try (Admin admin = Admin.create(client(kafka))) {
            admin.createTopics(List.of(new NewTopic("events", 1, (short) 1)))
                    .all()
                    .get(60, TimeUnit.SECONDS);
        }
    }

    private static ConsumerRecords<byte[], byte[]> readAll(JavaProcess kafka) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(client(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition("events", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(60));
        }
    }

    @Test
    void shouldKeepAcknowledgedRecordsOf2MegabytesWhenKilledAndStartedAgain() throws Exception {
        try (JavaProcess kafka = start()) {
            createTopic(kafka);
            try (var producer = producer(kafka, Map.of("acks", "all"))) {
                producer.send(new ProducerRecord<>("events", new byte[TWO_MEGABYTES]))
                        .get(60, TimeUnit.SECONDS);
            }
            kafka.kill9();
        }

        try (JavaProcess again = start()) {
            ConsumerRecords<byte[], byte[]> records = readAll(again);

            assertThat(records.count()).isEqualTo(1);
            assertThat(records.iterator().next().value()).hasSize(TWO_MEGABYTES);
        }
    }

    @Test
    void shouldNotMakeATopicThatNobodyDeclared() throws Exception {
        try (JavaProcess kafka = start();
                var producer = producer(kafka, Map.of("max.block.ms", 3_000))) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("undeclared", new byte[1]))
                            .get(60, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfAny(TimeoutException.class, UnknownTopicOrPartitionException.class);
            kafka.terminate();
            assertThat(kafka.awaitExit(LIMIT)).isEqualTo(143);
        }
    }
}
