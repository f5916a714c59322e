package io.lifeboat.detector.probe.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.probe.Deadline;
import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.ProbeResult.Weight;
import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.detector.probe.Reason;
import io.lifeboat.detector.probe.fake.Behaviours;
import io.lifeboat.detector.probe.fake.FakeServer;
import io.lifeboat.detector.probe.fake.Loop;
import io.lifeboat.detector.probe.fake.Targets;
import io.lifeboat.events.health.TargetState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TcpProbeTest {
    private final Loop loop = new Loop();
    private final TcpProbe probe = new TcpProbe(loop.vertx());
    private final List<ProbeResult> rung = new ArrayList<>();

    @AfterEach
    void end() {
        probe.close();
        loop.close();
    }

    @Test
    void shouldHoldOneConnectionWhenTheTargetKeepsIt() {
        // given
        try (FakeServer server = new FakeServer(Behaviours.silence())) {
            ProbeTarget target = Targets.node(server.address());

            // when
            ProbeResult first = look(target);
            ProbeResult second = look(target);

            // then
            assertThat(first.state()).isEqualTo(TargetState.UP);
            assertThat(second.state()).isEqualTo(TargetState.UP);
            loop.await("the connection", () -> server.connections() > 0);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void shouldSayRefusedWhenNobodyListens() {
        // when
        ProbeResult result = look(Targets.node(FakeServer.nobody()));

        // then
        assertThat(result.state()).isEqualTo(TargetState.DOWN);
        assertThat(result.weight()).isEqualTo(Weight.HARD);
        assertThat(result.detail()).isEqualTo(Reason.REFUSED.detail());
    }

    @Test
    void shouldRingWithARefusalWhenTheTargetIsKilled() {
        // given
        FakeServer server = new FakeServer(Behaviours.silence());
        watched(Targets.node(server.address()));

        // when
        server.kill();

        // then
        loop.await("the alarm", () -> !rung.isEmpty());
        assertThat(rung.getFirst().state()).isEqualTo(TargetState.DOWN);
        assertThat(rung.getFirst().weight()).isEqualTo(Weight.HARD);
    }

    @Test
    void shouldConnectAgainWithoutBadEvidenceWhenAnIdleConnectionIsClosed() {
        // given
        try (FakeServer server = new FakeServer(Behaviours.silence())) {
            ProbeTarget target = Targets.node(server.address());
            watched(target);
            loop.await("an old connection", new Aged(Duration.ofMillis(300)));

            // when
            server.dropConnections();

            // then
            loop.await("a new connection", () -> server.connections() == 2);
            assertThat(look(target).state()).isEqualTo(TargetState.UP);
            assertThat(rung).noneMatch(result -> result.state() == TargetState.DOWN);
        }
    }

    @Test
    void shouldSayHangsUpWhenConnectionsAreClosedAtOnce() {
        // given
        try (FakeServer server = new FakeServer(Behaviours.hangingUp())) {
            ProbeTarget target = Targets.node(server.address());

            // when
            loop.await("the finding", () -> {
                probe.run(target, patient()).onSuccess(rung::add);
                return rung.stream().anyMatch(result -> result.detail().equals(Reason.HANGS_UP.detail()));
            });

            // then
            assertThat(rung)
                    .filteredOn(result -> result.detail().equals(Reason.HANGS_UP.detail()))
                    .first()
                    .extracting(ProbeResult::state)
                    .isEqualTo(TargetState.DEGRADED);
        }
    }

    @Test
    void shouldKnockAnewAtAControlTargetWhenAsked() {
        // given
        try (FakeServer server = new FakeServer(Behaviours.silence())) {
            ProbeTarget control = Targets.control(server.tcpAddress());

            // when
            look(control);
            ProbeResult second = look(control);

            // then
            assertThat(second.state()).isEqualTo(TargetState.UP);
            loop.await("a second connection", () -> server.connections() == 2);
        }
    }

    private void watched(ProbeTarget target) {
        loop.get(() -> {
            probe.watch(target, rung::add);
            return probe.run(target, patient());
        });
    }

    private ProbeResult look(ProbeTarget target) {
        return loop.get(() -> probe.run(target, patient()));
    }

    private static Deadline patient() {
        return Deadline.of(Duration.ofSeconds(20), Duration.ofSeconds(60));
    }

    /** True once that time has passed since it was made. */
    private static final class Aged implements BooleanSupplier {
        private final long until;

        Aged(Duration age) {
            until = System.nanoTime() + age.toNanos();
        }

        @Override
        public boolean getAsBoolean() {
            return System.nanoTime() - until >= 0;
        }
    }
}
