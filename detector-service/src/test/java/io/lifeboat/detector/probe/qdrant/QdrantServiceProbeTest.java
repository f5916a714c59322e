package io.lifeboat.detector.probe.qdrant;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.probe.Probe;
import io.lifeboat.detector.probe.ProbeContract;
import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.detector.probe.Reason;
import io.lifeboat.detector.probe.fake.Behaviours.Reply;
import io.lifeboat.detector.probe.fake.Targets;
import io.lifeboat.events.health.TargetState;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QdrantServiceProbeTest extends ProbeContract {
    private final QdrantServiceProbe probe = new QdrantServiceProbe(asker);

    @Override
    protected Probe probe() {
        return probe;
    }

    @Override
    protected ProbeTarget target(URI address) {
        return Targets.node(address);
    }

    private ProbeResult look(FakeQdrant qdrant) {
        return look(qdrant.server().address(), Duration.ofSeconds(20));
    }

    @Test
    void shouldSayUpWithTheVersionWhenReady() {
        try (FakeQdrant qdrant = new FakeQdrant()) {
            // when
            ProbeResult result = look(qdrant);

            // then
            assertThat(result.state()).isEqualTo(TargetState.UP);
            assertThat(result.evidence()).contains("Qdrant 1.18.3").endsWith("is ready");
            assertThat(qdrant.asked).containsExactly("GET /", "GET /readyz");
        }
    }

    @Test
    void shouldSayNotReadyWhenReadyzSaysSo() {
        try (FakeQdrant qdrant = new FakeQdrant().with("GET /readyz", Reply.text(503, "some shards are not ready"))) {
            // when
            ProbeResult result = look(qdrant);

            // then
            assertThat(result.state()).isEqualTo(TargetState.DEGRADED);
            assertThat(result.detail()).isEqualTo(Reason.NOT_READY.detail());
            assertThat(result.evidence()).contains("some shards are not ready");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Please log in</body></html>",
                "{\"title\":\"qdrant - vec",
                "{\"title\":\"another thing\",\"version\":\"1\"}",
                "[]",
                ""
            })
    void shouldSayGarbageWhenNoQdrantAnswers(String body) {
        try (FakeQdrant qdrant = new FakeQdrant().with("GET /", Reply.json(body))) {
            // when
            ProbeResult result = look(qdrant);

            // then
            assertThat(result.state()).isEqualTo(TargetState.DEGRADED);
            assertThat(result.detail()).isEqualTo(Reason.GARBAGE.detail());
        }
    }
}
