package io.lifeboat.benchmarks.saga;

import io.lifeboat.events.Event;
import io.lifeboat.events.id.EventId;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.StepType;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.IncidentEvent;
import io.lifeboat.events.incident.LogPinned;
import io.lifeboat.events.serde.Envelope;
import io.lifeboat.events.serde.EventCodec;
import io.lifeboat.events.serde.Writer;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.events.topic.Topics;
import io.lifeboat.saga.core.Listener;
import io.lifeboat.saga.core.Settings;
import io.lifeboat.saga.core.StepDecider;
import io.lifeboat.saga.kafka.KafkaParticipant;
import io.lifeboat.saga.kafka.KafkaSettings;
import io.lifeboat.saga.kafka.Publisher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Two services as they run in production, by {@link KafkaParticipant}, and a detector that opens and closes incidents. All in
 * this process, as the peer is: so both have the same cores, the same compiled code and one clock.
 */
final class TwoServices implements AutoCloseable {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("bench");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Writer detector = Writer.of(Service.DETECTOR, new ProcessId(UUID.randomUUID()));
    private final Stopwatch stopwatch = new Stopwatch();
    private final Publisher publisher;
    private final KafkaParticipant failover;
    private final KafkaParticipant verifier;
    private int incidents;

    TwoServices(KafkaSettings kafka) {
        publisher = new Publisher(kafka, "bench-detector");
        failover = participant(kafka, Service.FAILOVER, StepCatalogue.ASSESS_STANDBY, stopwatch.first());
        verifier = participant(kafka, Service.VERIFIER, StepCatalogue.REPORT, stopwatch.second());
    }

    private static KafkaParticipant participant(
            KafkaSettings kafka, Service service, StepType type, Listener listener) {
        Settings self = Settings.of(service, new ProcessId(UUID.randomUUID()), service + "-1");
        return new KafkaParticipant(
                self,
                kafka,
                List.of(WORKSPACE),
                List.of(new NoOp(type)),
                running -> new StepDecider(self, running),
                listener,
                KafkaParticipant.Extra.NONE);
    }

    /** Pins the log, starts both services and waits until each owns the workspace. */
    void start() throws InterruptedException {
        for (int partition : IntStream.range(0, Topics.INCIDENT_PARTITIONS).toArray()) {
            append(partition, new LogPinned(Topics.INCIDENT_PARTITIONS, LogPinned.MURMUR2));
        }
        for (KafkaParticipant service : List.of(failover, verifier)) {
            service.start();
            awaitOwner(service);
        }
    }

    private static void awaitOwner(KafkaParticipant service) throws InterruptedException {
        Instant until = Instant.now().plus(LIMIT);
        while (!owns(service)) {
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException("a service does not own its partition after " + LIMIT);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static boolean owns(KafkaParticipant service) throws InterruptedException {
        CompletableFuture<Boolean> owner = new CompletableFuture<>();
        service.onLoop(participant -> owner.complete(participant.owns(WORKSPACE)));
        return get(owner, "a service's loop");
    }

    /** Opens an incident, waits for its ten steps, closes it. */
    Stopwatch.Lap runIncident() throws InterruptedException {
        incidents++;
        append(null, TenSteps.opened(WORKSPACE, incidents));
        Stopwatch.Lap lap = stopwatch.awaitLap();
        for (Event event : TenSteps.ending(WORKSPACE, incidents)) {
            append(null, (IncidentEvent) event);
        }
        stopwatch.awaitClosed();
        return lap;
    }

    private void append(@Nullable Integer partition, IncidentEvent event) throws InterruptedException {
        Envelope envelope = new Envelope(
                new EventId(UUID.randomUUID()), detector, WORKSPACE.value(), Instant.now(), null, null, event);
        CompletableFuture<Boolean> acknowledged = new CompletableFuture<>();
        publisher.append(Topics.INCIDENTS, partition, EventCodec.encode(envelope), acknowledged::complete);
        if (!get(acknowledged, "the broker")) {
            throw new IllegalStateException("the broker did not take " + event);
        }
    }

    private static boolean get(CompletableFuture<Boolean> answer, String who) throws InterruptedException {
        try {
            return answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(who + " did not answer within " + LIMIT, e);
        }
    }

    @Override
    public void close() {
        failover.close();
        verifier.close();
        publisher.close();
    }
}
