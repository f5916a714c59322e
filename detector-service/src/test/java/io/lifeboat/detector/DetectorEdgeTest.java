package io.lifeboat.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.serde.Decoded;
import io.lifeboat.events.serde.EventCodec;
import io.lifeboat.events.topic.Topics;
import io.lifeboat.saga.kafka.KafkaSettings;
import io.lifeboat.saga.kafka.Wires;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** The service's edge as it runs, on a real broker. */
@QuarkusTest
@QuarkusTestResource(LabResource.class)
class DetectorEdgeTest {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final TopicPartition HEALTH = new TopicPartition(Topics.HEALTH, 0);
    private static final String BREACH = """
            {"version": "4", "groupKey": "g", "alerts": [{
              "status": "firing", "fingerprint": "f1", "startsAt": "2026-03-01T11:58:30Z",
              "labels": {"alertname": "Intruder", "workspace": "shop", "severity": "page", "scenario": "SECURITY_BREACH"}}]}
            """;

    @Inject
    KafkaClientService channels;

    @TestHTTPResource("/webhooks/alertmanager")
    URI webhook;

    @Test
    void shouldReachKafkaByTheChannelAsTheParticipantDoes() {
        Map<String, ?> settings = channels.getProducer("health").configuration();

        assertThat(settings.get("bootstrap.servers")).isEqualTo(LabResource.bootstrap());
        assertThat(String.valueOf(settings.get("connections.max.idle.ms"))).isEqualTo(LabResource.IDLE_MILLIS);
        assertThat(settings.get("acks")).isEqualTo("all");
    }

    @Test
    void shouldPublishWhatAnAlertSaysByTheChannelOfTheProbes() throws Exception {
        double before = sentByTheChannel();
        assertThat(post("no token").statusCode()).isEqualTo(401);
        assertThat(post(LabResource.TOKEN).statusCode()).isEqualTo(200);

        TargetReported report = awaitReportOf("alerts");

        assertThat(report.probe()).isEqualTo("alertmanager");
        assertThat(report.state()).isEqualTo(TargetState.DOWN);
        assertThat(report.detail().text("scenario")).contains("SECURITY_BREACH");
        assertThat(sentByTheChannel()).isGreaterThan(before);
    }

    private double sentByTheChannel() {
        return channels.getProducer("health").unwrap().metrics().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals("record-send-total")
                        && entry.getKey().group().equals("producer-metrics"))
                .mapToDouble(entry -> (double) entry.getValue().metricValue())
                .sum();
    }

    private HttpResponse<String> post(String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(webhook)
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(BREACH))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static TargetReported awaitReportOf(String target) {
        Instant end = Instant.now().plus(LONG);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                KafkaSettings.lab(LabResource.bootstrap()).consumer("test"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(HEALTH));
            consumer.seekToBeginning(List.of(HEALTH));
            while (true) {
                Optional<TargetReported> found = StreamSupport.stream(
                                consumer.poll(Duration.ofMillis(100)).spliterator(), false)
                        .flatMap(raw -> report(raw).stream())
                        .filter(report -> report.target().value().equals(target))
                        .findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                assertThat(Instant.now()).as("no report of " + target).isBefore(end);
            }
        }
    }

    private static Optional<TargetReported> report(ConsumerRecord<byte[], byte[]> raw) {
        return EventCodec.decode(Wires.of(raw)) instanceof Decoded.Readable readable
                        && readable.envelope().event() instanceof TargetReported report
                ? Optional.of(report)
                : Optional.empty();
    }
}
