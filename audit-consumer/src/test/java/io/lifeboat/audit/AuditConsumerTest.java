package io.lifeboat.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.events.serde.Wire;
import io.lifeboat.events.topic.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** The consumer as it runs, on a real broker. */
@QuarkusTest
@QuarkusTestResource(LabResource.class)
class AuditConsumerTest {
    private static final Duration LONG = Duration.ofSeconds(90);

    @Test
    void shouldKeepEachEventOnceWhenPartitionsAreTakenAwayAndGivenBack() throws Exception {
        Producing.send(List.of(new Wire(new byte[] {1}, Map.of(), new byte[] {'?'})));
        awaitLines(3);
        List<JsonNode> before = lines();
        Map<String, String> all = Written.in(LabResource.audit());

        takePartitionsAndGiveThemBack();
        Producing.send(List.of(Story.end()));
        awaitLines(4);

        assertThat(lines()).startsWith(before.toArray(JsonNode[]::new));
        assertThat(lines())
                .extracting(line -> line.path("effective").asBoolean())
                .containsExactly(true, true, false, true);
        Map<String, String> after = Written.in(LabResource.audit());
        assertThat(after).hasSameSizeAs(all);
        assertThat(after.get(logFile(after))).isEqualTo(all.get(logFile(all))).contains("unreadable");
        awaitCommitted(9);
    }

    private static String logFile(Map<String, String> files) {
        return files.keySet().stream()
                .filter(name -> name.endsWith("@log.jsonl"))
                .findAny()
                .orElseThrow();
    }

    private static List<JsonNode> lines() throws IOException {
        return Written.lines(LabResource.audit(), Story.INCIDENT + ".jsonl");
    }

    /** A second member of the group gets some of the partitions, and leaves. */
    private static void takePartitionsAndGiveThemBack() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                LabResource.bootstrap(),
                "group.id",
                LabResource.GROUP,
                "enable.auto.commit",
                "false");
        Instant end = Instant.now().plus(LONG);
        try (KafkaConsumer<byte[], byte[]> other =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            other.subscribe(List.of(Topics.INCIDENTS));
            while (other.assignment().isEmpty()) {
                assertThat(Instant.now()).as("gets no partition").isBefore(end);
                other.poll(Duration.ofMillis(100));
            }
        }
    }

    private static void awaitLines(int count) throws Exception {
        Instant end = Instant.now().plus(LONG);
        while (lines().size() < count) {
            assertThat(Instant.now()).as("gave up on %s", lines()).isBefore(end);
            Thread.sleep(50);
        }
    }

    /** The group's position is what was written: operators see its lag. */
    private static void awaitCommitted(long offset) throws Exception {
        Instant end = Instant.now().plus(LONG);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", LabResource.bootstrap()))) {
            while (committed(admin) < offset) {
                assertThat(Instant.now()).as("committed %s", committed(admin)).isBefore(end);
                Thread.sleep(50);
            }
        }
    }

    private static long committed(Admin admin) throws Exception {
        return admin
                .listConsumerGroupOffsets(LabResource.GROUP)
                .partitionsToOffsetAndMetadata()
                .get(30, TimeUnit.SECONDS)
                .entrySet()
                .stream()
                .filter(entry -> entry.getKey().partition() == Producing.PARTITION && entry.getValue() != null)
                .mapToLong(entry -> entry.getValue().offset())
                .findAny()
                .orElse(-1);
    }
}
