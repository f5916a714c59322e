package io.lifeboat.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.events.serde.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T23:59:59.997Z");
    private static final String INCIDENT = Story.INCIDENT + ".jsonl";

    @TempDir
    Path directory;

    @Test
    void shouldKeepOneFileForEachIncidentAndDay() throws IOException {
        write(0, whole());

        assertThat(Written.in(directory).keySet())
                .containsExactly("2026-03-01/@log.jsonl", "2026-03-02/@shop.jsonl", "2026-03-02/" + INCIDENT);
    }

    @Test
    void shouldSayWhoWroteAndWhatItMeantWhenAnEventIsKept() throws IOException {
        write(0, whole());

        List<JsonNode> lines = Written.lines(directory, INCIDENT);
        assertThat(lines).hasSize(4);
        JsonNode claim = lines.get(1);
        assertThat(claim.path("type").asText()).isEqualTo("io.lifeboat.step.claimed.v1");
        assertThat(claim.path("service").asText()).isEqualTo("notifier");
        assertThat(claim.path("attempt").asInt()).isEqualTo(1);
        assertThat(claim.path("effective").asBoolean()).isTrue();
        assertThat(claim.path("seen").path("sha256").asText()).isEqualTo(Story.SEEN.sha256());
        assertThat(claim.path("event").path("step").asText()).isEqualTo("tell");
        assertThat(lines.get(2).path("void").asText()).contains("attempt");
        assertThat(lines.get(3).path("attempt").asInt()).isEqualTo(1);
    }

    @Test
    void shouldKeepNothingTwiceWhenRecordsComeAgain() throws IOException {
        try (AuditFiles files = new AuditFiles(directory)) {
            PartitionAudit audit = new PartitionAudit(0);
            append(files, audit, 0, whole());
            Map<String, String> once = Written.in(directory);

            append(files, audit, 0, whole());

            assertThat(Written.in(directory)).isEqualTo(once);
        }
    }

    @Test
    void shouldKeepNothingTwiceAndMissNothingWhenItIsRestartedAnywhere() throws IOException {
        write(0, whole());
        Map<String, String> expected = Written.in(directory);

        for (int seen = 0; seen <= whole().size(); seen++) {
            Path other = directory.resolveSibling("restarted-" + seen);
            write(other, 0, whole().subList(0, seen));
            write(other, 0, whole());

            assertThat(Written.in(other)).isEqualTo(expected);
        }
    }

    @Test
    void shouldMendALineThatWasCutShort() throws IOException {
        write(0, whole());
        Map<String, String> expected = Written.in(directory);
        Path file = directory.resolve("2026-03-02").resolve(INCIDENT);
        byte[] content = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(content, content.length - 20));

        write(0, whole());

        assertThat(Written.in(directory)).isEqualTo(expected);
    }

    @Test
    void shouldKeepBothWhenTheLogLostItsTailAndUsesAnOffsetAgain() throws IOException {
        write(0, whole());
        int last = whole().size() - 1;

        List<Wire> shorter = new ArrayList<>(Story.begin());
        shorter.removeLast();
        shorter.add(Story.end());
        write(0, shorter);

        assertThat(Written.lines(directory, INCIDENT))
                .extracting(line -> line.path("offset").asInt())
                .containsExactly(last - 3, last - 2, last - 1, last, last - 1);
    }

    @Test
    void shouldKeepWhatCannotBeReadAsVoid() throws IOException {
        write(0, List.of(new Wire(null, Map.of(), new byte[] {1, 2, 3})));

        assertThat(Written.lines(directory, "@log.jsonl")).singleElement().satisfies(line -> {
            assertThat(line.path("effective").asBoolean()).isFalse();
            assertThat(line.path("void").asText()).isEqualTo("unreadable: header ce_type is missing");
        });
    }

    @Test
    void shouldRefuseAFileThatIsNoAudit() throws IOException {
        Path day = Files.createDirectories(directory.resolve("2026-03-01"));
        Files.writeString(day.resolve("@log.jsonl"), "something else\n");

        assertThatThrownBy(() -> write(0, whole()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no line of an audit: something else");
    }

    @Test
    void shouldGoOnWhenMoreFilesAreNeededThanMayBeOpen() throws IOException {
        try (AuditFiles files = new AuditFiles(directory)) {
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < 200; i++) {
                    files.append(line(i));
                }
            }
        }

        assertThat(Written.in(directory))
                .hasSize(200)
                .allSatisfy((name, content) -> assertThat(content).hasLineCount(1));
    }

    private static AuditLine line(int number) {
        String json = "{\"partition\":0,\"offset\":%d}".formatted(number);
        return new AuditLine(LocalDate.EPOCH, "file-" + number, new Position(0, number, ""), json);
    }

    private static List<Wire> whole() {
        List<Wire> all = new ArrayList<>(Story.begin());
        all.add(Story.end());
        return all;
    }

    private void write(long from, List<Wire> wires) throws IOException {
        write(directory, from, wires);
    }

    private static void write(Path directory, long from, List<Wire> wires) throws IOException {
        try (AuditFiles files = new AuditFiles(directory)) {
            append(files, new PartitionAudit(0), from, wires);
        }
    }

    private static void append(AuditFiles files, PartitionAudit audit, long from, List<Wire> wires) throws IOException {
        for (int i = 0; i < wires.size(); i++) {
            files.append(audit.line(AuditRecord.of(raw(from + i, wires.get(i)))));
        }
    }

    private static ConsumerRecord<byte[], byte[]> raw(long offset, Wire wire) {
        RecordHeaders headers = new RecordHeaders();
        wire.headers().forEach(headers::add);
        return new ConsumerRecord<>(
                "lifeboat.incidents",
                0,
                offset,
                BEGIN.toEpochMilli() + offset,
                TimestampType.LOG_APPEND_TIME,
                -1,
                -1,
                wire.key(),
                wire.value(),
                headers,
                Optional.empty());
    }
}
