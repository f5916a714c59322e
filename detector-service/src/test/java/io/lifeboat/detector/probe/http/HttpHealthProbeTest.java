package io.lifeboat.detector.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.probe.Deadline;
import io.lifeboat.detector.probe.Probe;
import io.lifeboat.detector.probe.ProbeContract;
import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.detector.probe.fake.Behaviours;
import io.lifeboat.detector.probe.fake.Behaviours.Reply;
import io.lifeboat.detector.probe.fake.FakeServer;
import io.lifeboat.detector.probe.fake.Targets;
import io.lifeboat.events.health.TargetState;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class HttpHealthProbeTest extends ProbeContract {
    private final HttpHealthProbe probe = new HttpHealthProbe(asker);

    @Override
    protected Probe probe() {
        return probe;
    }

    @Override
    protected ProbeTarget target(URI address) {
        return Targets.node(address);
    }

    @Test
    void shouldAskHealthzWithoutKeyOverOneConnection() {
        // given
        List<String> asked = new CopyOnWriteArrayList<>();
        try (FakeServer server = new FakeServer(Behaviours.answering(request -> {
            asked.add(request.method() + " " + request.path() + request.key());
            return Reply.text(200, "healthz check passed");
        }))) {
            // when
            ProbeResult first = look(server.address(), Duration.ofSeconds(20));
            look(server.address(), Duration.ofSeconds(20));

            // then
            assertThat(first.state()).isEqualTo(TargetState.UP);
            assertThat(asked).containsExactly("GET /healthz", "GET /healthz");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void shouldAskAgainWhenAKeptConnectionHasBeenClosed() {
        // given
        try (FakeServer server = new FakeServer(Behaviours.answering(request -> Reply.text(200, "fine")))) {
            look(server.address(), Duration.ofSeconds(20));
            server.dropConnections();

            // when
            ProbeResult result = look(server.address(), Duration.ofSeconds(20));

            // then
            assertThat(result.state()).isEqualTo(TargetState.UP);
        }
    }

    @Test
    void shouldAskAControlTargetAtItsOwnAddress() {
        // given
        List<String> asked = new CopyOnWriteArrayList<>();
        try (FakeServer server = new FakeServer(Behaviours.answering(request -> {
            asked.add(request.path());
            return Reply.text(204, "");
        }))) {
            ProbeTarget control = Targets.control(URI.create(server.address() + "/ping?deep=1"));

            // when
            ProbeResult result =
                    loop.get(() -> probe.run(control, Deadline.of(Duration.ofSeconds(20), Duration.ofSeconds(60))));

            // then
            assertThat(result.state()).isEqualTo(TargetState.UP);
            assertThat(asked).containsExactly("/ping?deep=1");
        }
    }

    @Test
    void shouldLeaveTcpControlsToTheTcpProbe() {
        assertThat(probe.suits(Targets.control(URI.create("tcp://127.0.0.1:53"))))
                .isFalse();
    }
}
