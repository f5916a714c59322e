package io.lifeboat.detector.probe.vantage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.probe.fake.Targets;
import io.lifeboat.detector.probe.fake.VirtualClock;
import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.events.plan.Arguments;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final VirtualClock clock = new VirtualClock();
    private final RecordingPublisher publisher = new RecordingPublisher();
    private final Outbox outbox = new Outbox(publisher, Runnable::run, clock::nanos);

    private static TargetReported report(String target, TargetState state, String evidence) {
        return new TargetReported(
                new VantageId("north"),
                new ProcessId(new UUID(1, 2)),
                Targets.SHOP,
                new TargetId(target),
                "tcp",
                state,
                Instant.EPOCH,
                evidence,
                Arguments.none());
    }

    private void retryLater() {
        clock.pass(Outbox.RETRY);
        outbox.retry();
    }

    @Test
    void shouldSendAtOnceAndOnce() {
        // when
        outbox.put(report("a", TargetState.DOWN, "refused"));
        retryLater();

        // then
        assertThat(publisher.reports()).containsExactly(report("a", TargetState.DOWN, "refused"));
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void shouldKeepAReportUntilTheBrokerIsBack() {
        // given
        publisher.away = true;
        outbox.put(report("a", TargetState.DOWN, "refused"));
        retryLater();

        // when
        publisher.away = false;
        retryLater();

        // then
        assertThat(publisher.reports()).containsExactly(report("a", TargetState.DOWN, "refused"));
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void shouldWaitBetweenAttempts() {
        // given
        publisher.away = true;
        outbox.put(report("a", TargetState.DOWN, "refused"));

        // when
        clock.pass(Outbox.RETRY.minusNanos(1));
        outbox.retry();

        // then
        assertThat(publisher.asked()).isEqualTo(1);
    }

    @Test
    void shouldSendOnlyTheLatestAndTellWhatItPassedOver() {
        // given
        publisher.away = true;
        outbox.put(report("a", TargetState.DOWN, "refused"));
        outbox.retry();

        // when
        outbox.put(report("a", TargetState.UP, "fine again"));
        publisher.away = false;
        retryLater();

        // then
        assertThat(publisher.reports()).hasSize(1);
        TargetReported sent = publisher.reports().getFirst();
        assertThat(sent.state()).isEqualTo(TargetState.UP);
        assertThat(sent.detail().texts("missed")).containsExactly("DOWN since 1970-01-01T00:00:00Z: refused");
    }

    @Test
    void shouldSendTheNewerOneAfterTheOlderIsAcknowledged() {
        // given
        publisher.slow = true;
        outbox.put(report("a", TargetState.DOWN, "refused"));
        outbox.put(report("a", TargetState.UP, "fine again"));
        int before = publisher.reports().size();

        // when
        publisher.open.getFirst().complete(null);

        // then
        assertThat(before).isEqualTo(1);
        assertThat(publisher.reports())
                .containsExactly(report("a", TargetState.DOWN, "refused"), report("a", TargetState.UP, "fine again"));
        assertThat(outbox.waiting()).isEqualTo(1);
    }

    @Test
    void shouldNotLetOneTargetHoldUpAnother() {
        // given
        publisher.slow = true;
        outbox.put(report("a", TargetState.DOWN, "refused"));

        // when
        outbox.put(report("b", TargetState.DOWN, "refused"));

        // then
        assertThat(publisher.reports()).hasSize(2);
    }
}
