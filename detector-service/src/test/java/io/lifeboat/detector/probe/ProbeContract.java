package io.lifeboat.detector.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.probe.ProbeResult.Weight;
import io.lifeboat.detector.probe.fake.Behaviours;
import io.lifeboat.detector.probe.fake.Behaviours.Reply;
import io.lifeboat.detector.probe.fake.FakeServer;
import io.lifeboat.detector.probe.fake.Loop;
import io.lifeboat.detector.probe.http.HttpAsker;
import io.lifeboat.events.health.TargetState;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every probe that asks by HTTP keeps to, whatever its target does. */
public abstract class ProbeContract {
    private static final long MOST_TAKEN = 100_000_000;

    protected final Loop loop = new Loop();
    protected final HttpAsker asker = new HttpAsker(loop.vertx());

    /** The probe under test; the same at each call. */
    protected abstract Probe probe();

    protected abstract ProbeTarget target(URI address);

    @AfterEach
    void end() {
        asker.close();
        loop.close();
    }

    protected final ProbeResult look(URI address, Duration request) {
        ProbeTarget target = target(address);
        Deadline deadline = Deadline.of(request, request.multipliedBy(8));
        return loop.get(() -> probe().run(target, deadline));
    }

    protected final ProbeResult look(FakeServer.Behaviour behaviour) {
        try (FakeServer server = new FakeServer(behaviour)) {
            return look(server.address(), Duration.ofSeconds(20));
        }
    }

    @Test
    void shouldSuitItsTarget() {
        assertThat(probe().suits(target(URI.create("http://127.0.0.1:1")))).isTrue();
    }

    @Test
    void shouldGiveHardEvidenceWhenRefused() {
        // when
        ProbeResult result = look(FakeServer.nobody(), Duration.ofSeconds(20));

        // then
        assertThat(result.state()).isEqualTo(TargetState.DOWN);
        assertThat(result.weight()).isEqualTo(Weight.HARD);
        assertThat(result.detail()).isEqualTo(Reason.REFUSED.detail());
        assertThat(result.evidence()).contains("refused").contains("127.0.0.1");
    }

    @Test
    void shouldKeepTheTimeoutWhenNothingIsSaid() {
        // given
        try (FakeServer server = new FakeServer(Behaviours.silence())) {
            // when
            ProbeResult result = look(server.address(), Duration.ofMillis(150));

            // then
            assertThat(result.state()).isEqualTo(TargetState.DOWN);
            assertThat(result.weight()).isEqualTo(Weight.LATE);
            assertThat(result.detail()).isEqualTo(Reason.SILENT.detail());
            assertThat(result.evidence()).contains("nothing came within 150 ms");
        }
    }

    @Test
    void shouldKeepTheTimeoutWhenTheBodyTricklesIn() {
        // given
        try (FakeServer server = new FakeServer(Behaviours.trickle())) {
            // when
            ProbeResult result = look(server.address(), Duration.ofMillis(300));

            // then
            assertThat(result.state()).isEqualTo(TargetState.DOWN);
            assertThat(result.evidence()).contains("within 300 ms");
        }
    }

    @Test
    void shouldStopReadingWhenTheBodyIsHuge() {
        // given
        AtomicLong sent = new AtomicLong();

        // when
        ProbeResult result = look(Behaviours.flood(sent));

        // then
        assertThat(result.state()).isEqualTo(TargetState.DEGRADED);
        assertThat(result.detail()).isEqualTo(Reason.GARBAGE.detail());
        assertThat(sent.get()).isLessThan(MOST_TAKEN);
    }

    @Test
    void shouldSayResetWhenHungUpOn() {
        // when
        ProbeResult result = look(Behaviours.closingAtTheQuestion());

        // then
        assertThat(result.state()).isEqualTo(TargetState.DOWN);
        assertThat(result.weight()).isEqualTo(Weight.SOFT);
        assertThat(result.detail()).isEqualTo(Reason.RESET.detail());
    }

    @Test
    void shouldSayDegradedWhenTheAnswerIsCutShort() {
        // when
        ProbeResult result = look(Behaviours.cutShort());

        // then
        assertThat(result.state()).isEqualTo(TargetState.DEGRADED);
        assertThat(result.detail()).isEqualTo(Reason.GARBAGE.detail());
    }

    @Test
    void shouldSayDegradedWhenTheServerFails() {
        // when
        ProbeResult result = look(Behaviours.answering(
                request -> new Reply(500, "application/json", "{\"status\":{\"error\":\"disk on fire\"},\"time\":0}")));

        // then
        assertThat(result.state()).isEqualTo(TargetState.DEGRADED);
        assertThat(result.detail()).isEqualTo(Reason.SERVER_ERROR.detail());
        assertThat(result.evidence()).contains("500").contains("disk on fire");
    }

    @Test
    void shouldSayDegradedNotDownWhenTheKeyIsRefused() {
        // when
        ProbeResult result = look(Behaviours.answering(request -> Reply.text(401, "Invalid API key or JWT")));

        // then
        assertThat(result.state()).isEqualTo(TargetState.DEGRADED);
        assertThat(result.detail()).isEqualTo(Reason.KEY_REFUSED.detail());
    }

    @Test
    void shouldSayDegradedWhenItIsAskedTooOften() {
        // when
        ProbeResult result = look(Behaviours.answering(
                request -> new Reply(429, "application/json", "{\"status\":{\"error\":\"Rate limiting exceeded\"}}")));

        // then
        assertThat(result.state()).isEqualTo(TargetState.DEGRADED);
        assertThat(result.detail()).isEqualTo(Reason.RATE_LIMITED.detail());
    }

    @Test
    void shouldSayUnreachableWhenThereIsNoSuchHost() {
        // when
        ProbeResult result = look(URI.create("http://no-such-host.invalid:6333"), Duration.ofSeconds(20));

        // then
        assertThat(result.state()).isEqualTo(TargetState.DOWN);
        assertThat(result.weight()).isEqualTo(Weight.SOFT);
    }
}
