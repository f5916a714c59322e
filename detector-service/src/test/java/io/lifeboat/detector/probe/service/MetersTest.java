package io.lifeboat.detector.probe.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.probe.Deadline;
import io.lifeboat.detector.probe.Probe;
import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.detector.probe.fake.Targets;
import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.events.plan.Arguments;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MetersTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:10Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private static TargetReported down() {
        return new TargetReported(
                new VantageId("north"),
                new ProcessId(new UUID(1, 2)),
                Targets.SHOP,
                new TargetId("blue-1"),
                "tcp",
                TargetState.DOWN,
                NOW.minusSeconds(2),
                "refused",
                Arguments.none());
    }

    @Test
    void shouldCountVerdictsAndTheTimeToDetect() {
        // given
        MeteredPublisher publisher = new MeteredPublisher(
                event -> CompletableFuture.completedStage(null), registry, Clock.fixed(NOW, ZoneOffset.UTC));

        // when
        publisher.publish(down());

        // then
        assertThat(registry.get("lifeboat.verdicts")
                        .tag("state", "DOWN")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("lifeboat.detection").timer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(2);
    }

    @Test
    void shouldCountWhatWasNotAcknowledged() {
        // given
        MeteredPublisher publisher = new MeteredPublisher(
                event -> CompletableFuture.failedStage(new IllegalStateException("away")),
                registry,
                Clock.fixed(NOW, ZoneOffset.UTC));

        // when
        publisher.publish(down());

        // then
        assertThat(registry.get("lifeboat.health.unacknowledged").counter().count())
                .isEqualTo(1);
        assertThat(registry.find("lifeboat.verdicts").counter()).isNull();
    }

    @Test
    void shouldTimeEachLookByItsState() {
        // given
        MeteredProbe probe = new MeteredProbe(new Fine(), registry);

        // when
        probe.run(Targets.node(URI.create("http://host")), Deadline.of(Duration.ofSeconds(1), Duration.ofSeconds(1)));

        // then
        assertThat(registry.get("lifeboat.probe")
                        .tag("state", "UP")
                        .tag("probe", "fine")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(7);
    }

    private static final class Fine implements Probe {
        @Override
        public String name() {
            return "fine";
        }

        @Override
        public boolean suits(ProbeTarget target) {
            return true;
        }

        @Override
        public Future<ProbeResult> run(ProbeTarget target, Deadline deadline) {
            return Future.succeededFuture(ProbeResult.up("fine", Duration.ofMillis(7)));
        }
    }
}
