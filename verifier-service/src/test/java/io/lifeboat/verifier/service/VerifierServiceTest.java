package io.lifeboat.verifier.service;

import static io.lifeboat.verifier.fixture.TestLog.BLUE;
import static io.lifeboat.verifier.fixture.TestLog.INCIDENT;
import static io.lifeboat.verifier.fixture.TestLog.SHOP;
import static io.lifeboat.verifier.fixture.TestLog.VERIFY;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.Event;
import io.lifeboat.events.fold.Guards;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.TrafficObserved;
import io.lifeboat.events.serde.Json;
import io.lifeboat.saga.Decision;
import io.lifeboat.saga.core.Listener;
import io.lifeboat.saga.core.Settings;
import io.lifeboat.saga.kafka.KafkaParticipant;
import io.lifeboat.saga.kafka.KafkaSettings;
import io.lifeboat.service.Host;
import io.lifeboat.service.ServiceSettings;
import io.lifeboat.verifier.fixture.Await;
import io.lifeboat.verifier.fixture.TestLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The whole service on a real broker: what it records while all is well, and what it does in an incident. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class VerifierServiceTest {
    @Inject
    Host host;

    @Inject
    ServiceSettings settings;

    @Test
    void shouldRecordABaselineThenVerifyAndReportWhenAnIncidentOpens() throws Exception {
        try (Peer failover = peer(Service.FAILOVER);
                Peer detector = peer(Service.DETECTOR)) {
            failover.say(new TrafficObserved(SHOP, BLUE, 0));
            Await.until("a baseline stands in the log", () -> workspace().baseline() != null);
            Broker.sites().switchToGreen();
            Broker.sites().blue.close();

            detector.say(TestLog.opened(Instant.now()));
            Await.until("the report's step has ended", () -> state("report").isEnded());

            assertThat(state(VERIFY.value())).isInstanceOf(StepState.Succeeded.class);
            StepState.Succeeded report = (StepState.Succeeded) state("report");
            Path markdown = Path.of(report.output().required("markdown"));
            assertThat(Json.sha256(Files.readAllBytes(markdown)))
                    .isEqualTo(report.output().required("markdownSha256"));
            assertThat(Files.readString(markdown)).contains("| digests | pass |", "verify-failover claimed, attempt 1");
        }
    }

    private Workspace workspace() throws InterruptedException {
        return host.participant().workspace(SHOP);
    }

    private StepState state(String step) throws InterruptedException {
        return workspace()
                .find(INCIDENT)
                .map((Incident incident) -> incident.status(new StepId(step)).state())
                .orElse(new StepState.Pending());
    }

    private Peer peer(Service service) throws InterruptedException {
        return new Peer(service, KafkaSettings.lab(settings.kafka().bootstrap()));
    }

    /** Another service, which says one thing at a time. */
    private static final class Peer implements AutoCloseable {
        private final AtomicReference<Event> next = new AtomicReference<>();
        private final KafkaParticipant participant;

        Peer(Service service, KafkaSettings kafka) throws InterruptedException {
            Settings self = new Settings(
                    service,
                    new ProcessId(UUID.randomUUID()),
                    service.text(),
                    Duration.ofMillis(100),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2),
                    Guards.ALL);
            participant = new KafkaParticipant(
                    self,
                    kafka,
                    List.of(SHOP),
                    List.of(),
                    running -> (workspace, fleet, now) -> decide(),
                    Listener.NONE,
                    KafkaParticipant.Extra.NONE);
            participant.start();
        }

        private Decision decide() {
            Event event = next.getAndSet(null);
            return event == null
                    ? new Decision.Wait(null, "nothing to say")
                    : new Decision.Append(List.of(event), "the test says so");
        }

        void say(Event event) {
            next.set(event);
            participant.poke(SHOP);
        }

        @Override
        public void close() {
            participant.close();
        }
    }
}
