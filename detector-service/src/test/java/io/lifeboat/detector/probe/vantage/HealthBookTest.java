package io.lifeboat.detector.probe.vantage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.probe.fake.Targets;
import io.lifeboat.detector.probe.track.Opinion;
import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.events.plan.Arguments;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HealthBookTest {
    private static final TargetKey KEY = new TargetKey(Targets.SHOP, new TargetId("blue-1"));

    private final HealthBook book = new HealthBook(new VantageId("north"), new ProcessId(new UUID(1, 2)));

    private static Opinion opinion(TargetState state, String evidence, Object collections) {
        return new Opinion(state, Instant.EPOCH, evidence, Arguments.of("collections", collections));
    }

    @Test
    void shouldReportTheFirstKnownStateOfATarget() {
        // when
        TargetReported report = book.learn(KEY, "tcp", opinion(TargetState.UP, "fine", List.of()))
                .orElseThrow();

        // then
        assertThat(report.state()).isEqualTo(TargetState.UP);
        assertThat(report.probe()).isEqualTo("tcp");
        assertThat(report.workspace()).isEqualTo(Targets.SHOP);
    }

    @Test
    void shouldReportNothingWhileAProbeHasNotSpoken() {
        // given
        book.expect(KEY, "http-health", Opinion.none(Instant.EPOCH));

        // when, then
        assertThat(book.learn(KEY, "tcp", opinion(TargetState.UP, "fine", List.of())))
                .isEmpty();
    }

    @Test
    void shouldReportNothingWhenItIsStillTheSame() {
        // given
        book.learn(KEY, "tcp", opinion(TargetState.UP, "fine", List.of()));

        // when, then
        assertThat(book.learn(KEY, "tcp", opinion(TargetState.UP, "fine at another time", List.of())))
                .isEmpty();
    }

    @Test
    void shouldReportUpWhenTheLastProbeSpeaksThoughTheOthersOnlyConfirm() {
        // given
        book.expect(KEY, "http-health", Opinion.none(Instant.EPOCH));
        book.learn(KEY, "tcp", opinion(TargetState.UP, "fine", List.of()));
        book.learn(KEY, "tcp", opinion(TargetState.UP, "fine again", List.of()));

        // when, then
        assertThat(book.learn(KEY, "http-health", opinion(TargetState.UP, "fine, too", List.of())))
                .map(TargetReported::state)
                .contains(TargetState.UP);
    }

    @Test
    void shouldReportWhatAnotherProbeFindsThoughThisOneOnlyConfirms() {
        // given
        book.learn(KEY, "tcp", opinion(TargetState.UP, "fine", List.of()));
        book.learn(KEY, "c", opinion(TargetState.DEGRADED, "docs is bad", List.of("docs")));

        // when, then
        assertThat(book.learn(KEY, "tcp", opinion(TargetState.UP, "fine again", List.of())))
                .isEmpty();
        assertThat(book.learn(KEY, "c", opinion(TargetState.UP, "docs is fine", List.of())))
                .map(TargetReported::state)
                .contains(TargetState.UP);
    }

    @Test
    void shouldReportAnotherFindingAtTheSameState() {
        // given
        book.learn(KEY, "c", opinion(TargetState.DEGRADED, "docs is bad", List.of("docs")));

        // when, then
        assertThat(book.learn(KEY, "c", opinion(TargetState.DEGRADED, "both are bad", List.of("docs", "pics"))))
                .isPresent();
    }

    @Test
    void shouldReportUpAgain() {
        // given
        book.learn(KEY, "tcp", opinion(TargetState.DOWN, "refused", List.of()));

        // when, then
        assertThat(book.learn(KEY, "tcp", opinion(TargetState.UP, "fine", List.of())))
                .map(TargetReported::state)
                .contains(TargetState.UP);
    }
}
