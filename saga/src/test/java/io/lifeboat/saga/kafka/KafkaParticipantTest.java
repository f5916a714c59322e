package io.lifeboat.saga.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.fleet.IncidentNumbered;
import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.StepType;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.Objective;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.incident.Severity;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.serde.Wire;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.events.topic.Topics;
import io.lifeboat.lab.kafka.EmbeddedKafka;
import io.lifeboat.saga.Decision;
import io.lifeboat.saga.core.Listener;
import io.lifeboat.saga.core.Settings;
import io.lifeboat.saga.core.StepDecider;
import io.lifeboat.saga.step.StepAction;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KafkaParticipantTest {
    private static final WorkspaceId SHOP = new WorkspaceId("shop");
    private static final Plan PLAN = new Plan(
            List.of(
                    Step.of("assess", StepCatalogue.ASSESS_STANDBY)
                            .argument("site", "green")
                            .build(),
                    Step.of("verify", StepCatalogue.VERIFY_FAILOVER)
                            .argument("site", "green")
                            .needs(Need.succeeded("assess"))
                            .build(),
                    Step.of("mend", StepCatalogue.EXEC)
                            .argument("command", List.of("true"))
                            .needs(Need.succeeded("verify"))
                            .build()),
            List.of(new StepId("mend")));

    @TempDir
    Path data;

    private EmbeddedKafka kafka;
    private KafkaSettings settings;
    private final List<KafkaParticipant> started = new java.util.ArrayList<>();
    private final Queue<String> ran = new ConcurrentLinkedQueue<>();
    private final Queue<String> unreadable = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void startBroker() throws Exception {
        kafka = EmbeddedKafka.start(new io.lifeboat.lab.kafka.KafkaSettings(data, 0));
        settings = KafkaSettings.lab(kafka.bootstrap());
    }

    @AfterEach
    void stopAll() throws Exception {
        started.forEach(KafkaParticipant::close);
        kafka.close();
    }

    @Test
    void shouldRunThePlanThroughItsServicesWhenAnIncidentIsOpened() throws Exception {
        detector();
        service(Service.FAILOVER, noOp(StepCatalogue.ASSESS_STANDBY), noOp(StepCatalogue.EXEC));
        KafkaParticipant verifier = service(Service.VERIFIER, noOp(StepCatalogue.VERIFY_FAILOVER));

        await(() -> state(verifier, "mend") instanceof StepState.Succeeded);

        assertThat(ran).containsExactly("assess", "verify", "mend");
    }

    @Test
    void shouldTakeOverAndRunAgainUnderAnotherClaimWhenTheOwnerDiedInTheMiddle() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        KafkaParticipant detector = detector();
        KafkaParticipant doomed = service(Service.FAILOVER, action(StepCatalogue.ASSESS_STANDBY, context -> {
            hangs.countDown();
            Thread.sleep(Duration.ofHours(1));
            return StepOutcome.done("never");
        }));
        assertThat(hangs.await(30, TimeUnit.SECONDS)).isTrue();
        StepState.Claimed first = (StepState.Claimed) state(detector, "assess");

        doomed.close();
        started.remove(doomed);
        service(Service.FAILOVER, noOp(StepCatalogue.ASSESS_STANDBY), noOp(StepCatalogue.EXEC));
        await(() -> state(detector, "assess") instanceof StepState.Succeeded);

        StepState.Succeeded succeeded = (StepState.Succeeded) state(detector, "assess");
        assertThat(succeeded.claim()).isNotEqualTo(first.claim());
        assertThat(incident(detector).orElseThrow().status(new StepId("assess")).attempt())
                .isEqualTo(2);
    }

    @Test
    void shouldFoldToTheSameBytesWhenItStartsAfterEverythingHasHappened() throws Exception {
        KafkaParticipant detector = detector();
        service(Service.FAILOVER, noOp(StepCatalogue.ASSESS_STANDBY), noOp(StepCatalogue.EXEC));
        service(Service.VERIFIER, noOp(StepCatalogue.VERIFY_FAILOVER));
        await(() -> state(detector, "mend") instanceof StepState.Succeeded);

        KafkaParticipant late = service(Service.NOTIFIER);
        await(late::isReady);

        assertThat(io.lifeboat.events.serde.Json.text(late.workspace(SHOP)))
                .isEqualTo(io.lifeboat.events.serde.Json.text(detector.workspace(SHOP)));
    }

    @Test
    void shouldTellAndGoOnWhenARecordCannotBeRead() throws Exception {
        KafkaParticipant detector = detector();
        await(detector::isReady);

        byte[] key = "other".getBytes(StandardCharsets.UTF_8);
        detector.publisher()
                .append(
                        Topics.INCIDENTS,
                        null,
                        new Wire(key, Map.of(), "poison".getBytes(StandardCharsets.UTF_8)),
                        ok -> {});
        byte[] large = new byte[2 * 1024 * 1024];
        try (var raw = new org.apache.kafka.clients.producer.KafkaProducer<>(
                producerOfLargeRecords(),
                new org.apache.kafka.common.serialization.ByteArraySerializer(),
                new org.apache.kafka.common.serialization.ByteArraySerializer())) {
            raw.send(Wires.produced(
                            Topics.INCIDENTS,
                            null,
                            new Wire(
                                    key,
                                    Map.of("ce_type", "io.lifeboat.epoch.observed.v1".getBytes(StandardCharsets.UTF_8)),
                                    large)))
                    .get();
        }
        await(() -> unreadable.size() == 2);
        service(Service.FAILOVER, noOp(StepCatalogue.ASSESS_STANDBY), noOp(StepCatalogue.EXEC));

        assertThat(unreadable)
                .containsExactlyInAnyOrder(
                        "header ce_type is missing", "value has 2097152 bytes, expected at most 262144");
        await(() -> state(detector, "assess") instanceof StepState.Succeeded);
    }

    private java.util.Properties producerOfLargeRecords() {
        java.util.Properties properties = settings.producer("large");
        properties.put("max.request.size", "4194304");
        return properties;
    }

    // ---- participants

    private KafkaParticipant detector() {
        KafkaParticipant.Extra extra = new KafkaParticipant.Extra() {
            @Override
            public boolean pinsLog() {
                return true;
            }

            @Override
            public void unreadable(ConsumerRecord<byte[], byte[]> raw, String reason) {
                unreadable.add(reason);
            }
        };
        return start(new KafkaParticipant(
                self(Service.DETECTOR),
                settings,
                List.of(SHOP),
                List.of(),
                running -> KafkaParticipantTest::open,
                Listener.NONE,
                extra));
    }

    private static Decision open(Workspace workspace, Fleet fleet, Instant now) {
        if (workspace.lastSeq() > 0) {
            return new Decision.Wait(null, "opened");
        }
        Optional<Fleet.Number> number = fleet.numberOf(workspace.id(), 1);
        if (number.isEmpty()) {
            LocalDate day = LocalDate.of(2026, 1, 1);
            return new Decision.Append(
                    List.of(new IncidentNumbered(workspace.id(), 1, day, fleet.nextNumber(day), false)),
                    "a number is needed");
        }
        return new Decision.Append(
                List.of(new IncidentOpened(
                        workspace.id(),
                        number.get().incident(),
                        1,
                        Scenario.CLUSTER_FAILURE,
                        Severity.P0,
                        now,
                        true,
                        null,
                        new Objective(
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(2),
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(2)),
                        Duration.ZERO,
                        PLAN,
                        List.of(),
                        "a test",
                        null)),
                "a test");
    }

    private KafkaParticipant service(Service service, StepAction... actions) {
        Settings self = self(service);
        return start(new KafkaParticipant(
                self,
                settings,
                List.of(),
                List.of(actions),
                running -> new StepDecider(self, running),
                Listener.NONE,
                KafkaParticipant.Extra.NONE));
    }

    private static Settings self(Service service) {
        return Settings.of(service, new ProcessId(UUID.randomUUID()), service.text());
    }

    private KafkaParticipant start(KafkaParticipant participant) {
        started.add(participant);
        participant.start();
        return participant;
    }

    private StepAction noOp(StepType type) {
        return action(type, context -> StepOutcome.done("nothing to do"));
    }

    private interface Body {
        StepOutcome run(StepContext context) throws Exception;
    }

    private StepAction action(StepType type, Body body) {
        return new StepAction() {
            @Override
            public StepType type() {
                return type;
            }

            @Override
            public StepOutcome run(StepContext context) throws Exception {
                ran.add(context.step().id().value());
                return body.run(context);
            }
        };
    }

    // ---- looking

    private static Optional<Incident> incident(KafkaParticipant participant) {
        try {
            return participant.workspace(SHOP).open().findFirst();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StepState state(KafkaParticipant participant, String step) {
        return incident(participant)
                .map(incident -> incident.status(new StepId(step)).state())
                .orElse(new StepState.Pending());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for the condition").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
