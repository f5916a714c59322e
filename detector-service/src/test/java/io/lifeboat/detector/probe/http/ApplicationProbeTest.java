package io.lifeboat.detector.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.probe.Probe;
import io.lifeboat.detector.probe.ProbeContract;
import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.detector.probe.Reason;
import io.lifeboat.detector.probe.fake.Behaviours;
import io.lifeboat.detector.probe.fake.Behaviours.Reply;
import io.lifeboat.detector.probe.fake.Targets;
import io.lifeboat.events.health.TargetState;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ApplicationProbeTest extends ProbeContract {
    private final ApplicationProbe probe = new ApplicationProbe(asker);

    @Override
    protected Probe probe() {
        return probe;
    }

    @Override
    protected ProbeTarget target(URI address) {
        return Targets.application(address, 204);
    }

    @Test
    void shouldSayUpWhenTheDeclaredStatusComes() {
        // when
        ProbeResult result = look(Behaviours.answering(request -> Reply.text(204, "")));

        // then
        assertThat(result.state()).isEqualTo(TargetState.UP);
    }

    @Test
    void shouldSayDegradedWhenAnotherStatusComes() {
        // when
        ProbeResult result = look(Behaviours.answering(request -> Reply.text(200, "all is well")));

        // then
        assertThat(result.state()).isEqualTo(TargetState.DEGRADED);
        assertThat(result.detail()).isEqualTo(Reason.WRONG_STATUS.detail());
        assertThat(result.evidence()).contains("answered 200, expected 204: all is well");
    }
}
