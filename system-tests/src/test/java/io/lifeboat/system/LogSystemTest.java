package io.lifeboat.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.cli.lab.LabService;
import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.topic.Topics;
import io.lifeboat.saga.kafka.KafkaParticipant;
import io.lifeboat.saga.kafka.Wires;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One lab: bad records come first, so that everything after happens on a log that has them. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LogSystemTest {
    private static final List<String> POISONED = List.of(Topics.INCIDENTS, Topics.HEALTH);

    private SystemLab lab;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        lab = SystemLab.start(folder);
    }

    @AfterAll
    void end() throws Exception {
        lab.close();
    }

    static Stream<Arguments> poisons() {
        return POISONED.stream()
                .flatMap(topic -> Stream.of(Poison.values()).map(poison -> Arguments.of(topic, poison)));
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("poisons")
    void shouldKeepABadRecordAsADeadLetterWithItsReason(String topic, Poison poison) throws Exception {
        RecordMetadata written = write(topic, poison);
        String source = "%s/%d/%d".formatted(topic, written.partition(), written.offset());

        List<ConsumerRecord<byte[], byte[]>> letters = awaitLetters(source);

        assertThat(letters).allSatisfy(letter -> {
            assertThat(header(letter, "lifeboat_reason")).contains(poison.reason());
            assertThat(letter.value()).hasSizeLessThanOrEqualTo(Topics.MOST_BYTES);
        });
    }

    @Order(2)
    @Test
    void shouldCountBadRecords() throws Exception {
        for (LabService detector : detectors()) {
            for (String topic : POISONED) {
                lab.await(
                        "%s counts bad records of %s".formatted(detector.name(), topic),
                        () -> lab.text(lab.ports().service(detector), "/q/metrics")
                                .lines()
                                .anyMatch(line -> line.startsWith("lifeboat_dead_letters_total")
                                        && line.contains("topic=\"" + topic + "\"")
                                        && line.endsWith(" " + (double) Poison.values().length)));
            }
        }
    }

    @Order(3)
    @Test
    void shouldComeToTheSameEndWhenEverythingIsRestartedAfterTheClaimOfTheSwitch() throws Exception {
        Failover failover = Failover.begin(lab);
        failover.awaitClaimed(Failover.SWITCH);
        for (LabService service : LabShape.SERVICES) {
            lab.act(service.name(), "kill");
        }

        failover.awaitEnd();

        failover.assertOneSwitchAndWholeTimeline();
        assertThat(lab.workspace().orElseThrow().epoch()).isLessThan(Poison.HARMFUL_EPOCH);
    }

    /** There are no positions of consumers that could be lost: nobody is in a group. */
    @Order(4)
    @Test
    void shouldLeaveNoGroupAtTheBroker() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", lab.ports().bootstrap()))) {
            assertThat(admin.listGroups().all().get()).isEmpty();
        }
    }

    private static List<LabService> detectors() {
        return LabShape.SERVICES.stream()
                .filter(service -> service.service() == Service.DETECTOR)
                .toList();
    }

    private RecordMetadata write(String topic, Poison poison) throws Exception {
        int partition = topic.equals(Topics.INCIDENTS) ? KafkaParticipant.partitionOf(LabShape.WORKSPACE) : 0;
        Map<String, Object> settings =
                Map.of("bootstrap.servers", lab.ports().bootstrap(), "max.request.size", 8 << 20);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            return producer.send(Wires.produced(topic, partition, poison.of(topic)))
                    .get();
        }
    }

    /** One of each detector. */
    private List<ConsumerRecord<byte[], byte[]>> awaitLetters(String source) throws Exception {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        Set<String> writers = new HashSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                lab.kafka().consumer("dead-letters"), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = List.of(new TopicPartition(Topics.DEAD_LETTERS, 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            lab.await("dead letters of " + source, () -> {
                for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(Duration.ofMillis(100))) {
                    if (header(letter, "lifeboat_source").equals(source)) {
                        found.add(letter);
                        writers.add(header(letter, "lifeboat_writer"));
                    }
                }
                return writers.size() == LabShape.VANTAGES.size();
            });
        }
        return found;
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
