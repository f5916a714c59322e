package io.lifeboat.detector.probe.vantage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.probe.Probe;
import io.lifeboat.detector.probe.ProbeSettings;
import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.detector.probe.fake.Behaviours;
import io.lifeboat.detector.probe.fake.Behaviours.Reply;
import io.lifeboat.detector.probe.fake.FakeServer;
import io.lifeboat.detector.probe.fake.Loop;
import io.lifeboat.detector.probe.fake.Targets;
import io.lifeboat.detector.probe.http.HttpAsker;
import io.lifeboat.detector.probe.http.HttpHealthProbe;
import io.lifeboat.detector.probe.schedule.Clock;
import io.lifeboat.detector.probe.tcp.TcpProbe;
import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.health.VantageBeat;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A whole vantage on its event loop, against real sockets. */
class VantageTest {
    private static final FakeServer.Behaviour HEALTHY =
            Behaviours.answering(request -> Reply.text(200, "healthz check passed"));

    private final Loop loop = new Loop();
    private final HttpAsker asker = new HttpAsker(loop.vertx());
    private final TcpProbe tcp = new TcpProbe(loop.vertx());
    private final RecordingPublisher publisher = new RecordingPublisher();
    private final FakeServer qdrant = new FakeServer(HEALTHY);
    private final FakeServer control = new FakeServer(HEALTHY);

    @AfterEach
    void end() {
        tcp.close();
        asker.close();
        loop.close();
        qdrant.close();
        control.close();
    }

    private VantageVerticle start(int controlsNeeded) {
        ProbeSettings settings = ProbeSettings.defaults().every(Duration.ofMillis(200));
        ProbeTarget.Control nearby = new ProbeTarget.Control(new TargetId("control-1"), control.address(), settings);
        Watchlist list = new Watchlist(
                new VantageId("north"),
                controlsNeeded == 0 ? List.of() : List.of(nearby),
                controlsNeeded,
                List.of(Targets.node(qdrant.address(), settings)),
                Watchlist.MOST_RUNNING);
        List<Probe> probes = List.of(tcp, new HttpHealthProbe(asker));
        VantageVerticle verticle = new VantageVerticle(executor -> new Vantage(
                list, new ProcessId(new UUID(1, 2)), probes, publisher, executor, Clock.system(), new Random(7)));
        loop.get(() -> loop.vertx().deployVerticle(verticle));
        return verticle;
    }

    private void awaitLast(TargetState state) {
        loop.await(
                "a report of " + state,
                () -> !publisher.reports().isEmpty()
                        && publisher.reports().getLast().state() == state);
    }

    @Test
    void shouldReportTheFirstStateAndThenOnlyChanges() {
        // when
        start(0);
        awaitLast(TargetState.UP);
        qdrant.kill();
        awaitLast(TargetState.DOWN);
        qdrant.restart();
        awaitLast(TargetState.UP);

        // then
        assertThat(publisher.reports())
                .extracting(TargetReported::state)
                .containsExactly(TargetState.UP, TargetState.DOWN, TargetState.UP);
        assertThat(publisher.reports().get(1).evidence()).contains("refused");
    }

    @Test
    void shouldReportASilentTargetAsDown() {
        // given
        start(0);
        awaitLast(TargetState.UP);

        // when
        qdrant.behave(Behaviours.silence());
        qdrant.dropConnections();

        // then
        awaitLast(TargetState.DOWN);
        assertThat(publisher.reports().getLast().detail().text("reason")).contains("silent");
    }

    @Test
    void shouldBeatWithRisingNumbers() {
        // given
        start(0);

        // when
        loop.await("three beats", () -> publisher.beats().size() >= 3);

        // then
        assertThat(publisher.beats()).extracting(VantageBeat::beat).startsWith(1L, 2L, 3L);
        assertThat(publisher.beats()).noneMatch(VantageBeat::leaving);
    }

    @Test
    void shouldAbstainAtOnceWhenItsControlIsLost() {
        // given
        start(1);
        loop.await("a vote that counts", () -> publisher.beats().stream().anyMatch(beat -> beat.abstains() == null));

        // when
        control.kill();

        // then
        loop.await("abstention", () -> publisher.beats().getLast().abstains() != null);
        assertThat(publisher.beats().getLast().abstains()).contains("reaches 0 of 1 control targets");
    }

    @Test
    void shouldReportWhatHappenedWhileTheBrokerWasAway() {
        // given
        start(0);
        awaitLast(TargetState.UP);
        publisher.away = true;
        qdrant.kill();
        int before = publisher.asked();
        loop.await("attempts in vain", () -> publisher.asked() > before + 4);

        // when
        publisher.away = false;

        // then
        awaitLast(TargetState.DOWN);
    }

    @Test
    void shouldTakeItsBeatBackWhenItEnds() {
        // given
        VantageVerticle verticle = start(0);
        loop.await("a beat", () -> !publisher.beats().isEmpty());

        // when
        loop.get(() -> loop.vertx().undeploy(verticle.deploymentID()));

        // then
        assertThat(publisher.beats().getLast().leaving()).isTrue();
    }
}
