package io.lifeboat.detector.probe.service;

import io.lifeboat.detector.probe.vantage.HealthPublisher;
import io.lifeboat.events.health.HealthEvent;
import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.health.VantageBeat;
import io.lifeboat.events.id.EventId;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.serde.Envelope;
import io.lifeboat.events.serde.EventCodec;
import io.lifeboat.events.serde.Wire;
import io.lifeboat.events.serde.Writer;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Publishes to {@code lifeboat.health} by SmallRye's channel {@code health}, in CloudEvents' binary mode. */
@Singleton
public class KafkaHealthPublisher implements HealthPublisher {
    private final Emitter<byte[]> channel;

    // not bounded here, but by what is sent: one report of a target at a time, and one beat
    @Inject
    KafkaHealthPublisher(@Channel("health") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) Emitter<byte[]> channel) {
        this.channel = channel;
    }

    @Override
    public CompletionStage<Void> publish(HealthEvent event) {
        Wire wire = EventCodec.encode(envelope(event));
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        channel.send(Message.of(
                wire.value(),
                Metadata.of(metadata(wire)),
                () -> completed(acknowledged),
                failure -> failed(acknowledged, failure)));
        return acknowledged;
    }

    private static Envelope envelope(HealthEvent event) {
        return new Envelope(
                new EventId(UUID.randomUUID()),
                Writer.of(Service.DETECTOR, process(event)),
                subject(event),
                Instant.now(),
                null,
                null,
                event);
    }

    private static OutgoingKafkaRecordMetadata<byte[]> metadata(Wire wire) {
        RecordHeaders headers = new RecordHeaders();
        wire.headers().forEach(headers::add);
        return OutgoingKafkaRecordMetadata.<byte[]>builder()
                .withKey(wire.key())
                .withHeaders(headers)
                .build();
    }

    private static ProcessId process(HealthEvent event) {
        return switch (event) {
            case TargetReported report -> report.process();
            case VantageBeat beat -> beat.process();
        };
    }

    private static String subject(HealthEvent event) {
        return switch (event) {
            case TargetReported report -> report.workspace().value();
            case VantageBeat beat -> beat.vantage().value();
        };
    }

    private static CompletionStage<Void> completed(CompletableFuture<Void> acknowledged) {
        acknowledged.complete(null);
        return CompletableFuture.completedStage(null);
    }

    private static CompletionStage<Void> failed(CompletableFuture<Void> acknowledged, Throwable failure) {
        acknowledged.completeExceptionally(failure);
        return CompletableFuture.completedStage(null);
    }
}
