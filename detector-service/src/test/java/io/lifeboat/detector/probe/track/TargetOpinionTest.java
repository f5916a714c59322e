package io.lifeboat.detector.probe.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.plan.Arguments;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TargetOpinionTest {
    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATE = EARLY.plusSeconds(9);

    private static Opinion opinion(TargetState state, Instant since) {
        return new Opinion(state, since, "it is " + state, Arguments.none());
    }

    @Test
    void shouldBeUnknownUntilAllProbesHaveSpoken() {
        TargetOpinion target = TargetOpinion.none()
                .with("http", opinion(TargetState.UP, EARLY))
                .with("tcp", Opinion.none(LATE));
        assertThat(target.decided().opinion().state()).isEqualTo(TargetState.UNKNOWN);
    }

    @Test
    void shouldBeUpSinceTheLastProbeCameUp() {
        TargetOpinion target = TargetOpinion.none()
                .with("http", opinion(TargetState.UP, EARLY))
                .with("tcp", opinion(TargetState.UP, LATE));
        assertThat(target.decided().opinion().state()).isEqualTo(TargetState.UP);
        assertThat(target.decided().opinion().since()).isEqualTo(LATE);
    }

    @Test
    void shouldBeAsBadAsTheWorstAndTellWhatOthersSay() {
        // given
        TargetOpinion target = TargetOpinion.none()
                .with("http", opinion(TargetState.DOWN, LATE))
                .with("collections", opinion(TargetState.DEGRADED, EARLY))
                .with("tcp", opinion(TargetState.UP, EARLY));

        // when
        TargetOpinion.Decided decided = target.decided();

        // then
        assertThat(decided.probe()).isEqualTo("http");
        assertThat(decided.opinion().state()).isEqualTo(TargetState.DOWN);
        assertThat(decided.opinion().evidence()).isEqualTo("http: it is DOWN; collections: it is DEGRADED");
    }

    @Test
    void shouldBeBadThoughSomeProbeHasNotSpokenYet() {
        TargetOpinion target = TargetOpinion.none()
                .with("tcp", opinion(TargetState.DOWN, EARLY))
                .with("http", Opinion.none(EARLY));
        assertThat(target.decided().opinion().state()).isEqualTo(TargetState.DOWN);
    }

    @Test
    void shouldTakeTheOldestOfEquallyBadOnes() {
        TargetOpinion target = TargetOpinion.none()
                .with("http", opinion(TargetState.DOWN, LATE))
                .with("tcp", opinion(TargetState.DOWN, EARLY));
        assertThat(target.decided().opinion().since()).isEqualTo(EARLY);
    }
}
