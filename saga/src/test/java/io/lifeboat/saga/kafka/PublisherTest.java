package io.lifeboat.saga.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.serde.Wire;
import io.lifeboat.events.topic.Topics;
import io.lifeboat.lab.kafka.EmbeddedKafka;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PublisherTest {
    private static final int RECORDS = 2_000;
    private static final byte[] KEY = "shop".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    @Test
    void shouldKeepTheOrderWhileATopicBecomesKnownAndBeyondWhatIsSentAtOnce() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(new io.lifeboat.lab.kafka.KafkaSettings(data, 0))) {
            KafkaSettings settings = KafkaSettings.lab(kafka.bootstrap());
            new TopicSetup(settings).ensure();
            CountDownLatch acknowledged = new CountDownLatch(RECORDS);

            try (Publisher publisher = new Publisher(settings, "test")) {
                for (int i = 0; i < RECORDS; i++) {
                    publisher.append(Topics.COMMANDS, null, wire(i), ok -> {
                        if (ok) {
                            acknowledged.countDown();
                        }
                    });
                }
                assertThat(acknowledged.await(60, TimeUnit.SECONDS)).isTrue();
            }

            assertThat(read(settings))
                    .isEqualTo(IntStream.range(0, RECORDS).boxed().toList());
        }
    }

    @Test
    void shouldRefuseWhatComesWhenItIsClosed() throws Exception {
        Publisher publisher = new Publisher(KafkaSettings.lab("127.0.0.1:1"), "test");
        publisher.close();
        CompletableFuture<Boolean> done = new CompletableFuture<>();

        publisher.append(Topics.COMMANDS, null, wire(0), done::complete);

        assertThat(done.get()).isFalse();
    }

    private static Wire wire(int number) {
        return new Wire(KEY, Map.of(), Integer.toString(number).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Integer> read(KafkaSettings settings) {
        List<TopicPartition> partition = List.of(new TopicPartition(Topics.COMMANDS, 0));
        List<Integer> numbers = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                settings.consumer("reader"), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            while (numbers.size() < RECORDS) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record ->
                                numbers.add(Integer.valueOf(new String(record.value(), StandardCharsets.UTF_8))));
            }
        }
        return numbers;
    }
}
