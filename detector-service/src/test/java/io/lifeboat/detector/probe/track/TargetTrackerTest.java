package io.lifeboat.detector.probe.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.probe.Hysteresis;
import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.ProbeResult.Weight;
import io.lifeboat.detector.probe.Reason;
import io.lifeboat.events.health.TargetState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TargetTrackerTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Hysteresis RULES = new Hysteresis(2, 3, 2, Duration.ofMillis(1200), Duration.ofMinutes(5));

    private Instant now = START;
    private TargetTracker tracker = TargetTracker.begin(RULES, START);

    private void up() {
        take(ProbeResult.up("fine", Duration.ofMillis(1)));
    }

    private void degraded() {
        take(ProbeResult.degraded(Reason.GARBAGE, "half a JSON", Duration.ofMillis(1)));
    }

    private void refused() {
        take(ProbeResult.down(Reason.REFUSED, Weight.HARD, "refused", Duration.ZERO));
    }

    /** A question that went unanswered for that long, which ends now. */
    private void silent(int millis) {
        pass(millis);
        take(ProbeResult.down(Reason.SILENT, Weight.LATE, "nothing came", Duration.ofMillis(millis)));
    }

    private void pass(int millis) {
        now = now.plusMillis(millis);
    }

    private void take(ProbeResult result) {
        tracker = tracker.after(result, now);
    }

    private TargetState state() {
        return tracker.opinion().state();
    }

    @Test
    void shouldKnowNothingAtFirst() {
        assertThat(state()).isEqualTo(TargetState.UNKNOWN);
    }

    @Test
    void shouldBelieveTheFirstGoodResult() {
        up();
        assertThat(state()).isEqualTo(TargetState.UP);
    }

    @Test
    void shouldSayDownAtTheSecondRefusalHoweverQuicklyItComes() {
        // given
        up();

        // when
        refused();
        TargetState afterOne = state();
        refused();

        // then
        assertThat(afterOne).isEqualTo(TargetState.UP);
        assertThat(state()).isEqualTo(TargetState.DOWN);
    }

    @Test
    void shouldNotSayDownBeforeTheSilenceHasLasted() {
        // given
        up();

        // when
        silent(400);
        silent(799);

        // then
        assertThat(state()).isEqualTo(TargetState.UP);
        assertThat(tracker.suspects()).isTrue();
    }

    @Test
    void shouldSayDownOnceTheSilenceHasLasted() {
        // given
        up();

        // when
        silent(400);
        silent(800);

        // then
        assertThat(state()).isEqualTo(TargetState.DOWN);
    }

    @Test
    void shouldNotSayDownForOneLongSilenceAlone() {
        // given
        up();

        // when
        silent(5000);

        // then
        assertThat(state()).isEqualTo(TargetState.UP);
    }

    @Test
    void shouldForgetTheSilenceWhenAnAnswerComesBetween() {
        // given
        up();

        // when
        silent(1000);
        up();
        silent(1000);

        // then
        assertThat(state()).isEqualTo(TargetState.UP);
    }

    @Test
    void shouldDateTheStateBackToTheFirstUnansweredQuestion() {
        // given
        up();
        pass(700);
        Instant asked = now;

        // when
        silent(600);
        silent(600);

        // then
        assertThat(tracker.opinion().since()).isEqualTo(asked);
    }

    @Test
    void shouldSayDegradedAfterTwoDegradedResults() {
        // given
        up();

        // when
        degraded();
        TargetState afterOne = state();
        degraded();

        // then
        assertThat(afterOne).isEqualTo(TargetState.UP);
        assertThat(state()).isEqualTo(TargetState.DEGRADED);
    }

    @Test
    void shouldNotSayDegradedForAPauseThatCaughtASearch() {
        // given
        up();

        // when: a search gets no answer in time, nor does the next question
        pass(300);
        take(ProbeResult.degraded(Reason.SEARCH_FAILED, "a search failed", Duration.ofMillis(300))
                .late());
        silent(500);
        TargetState tooSoon = state();
        silent(400);

        // then
        assertThat(tooSoon).isEqualTo(TargetState.UP);
        assertThat(state()).isEqualTo(TargetState.DEGRADED);
    }

    @Test
    void shouldSayOnlyWhatAllResultsOfTheRunSaid() {
        // given
        up();

        // when
        degraded();
        refused();

        // then
        assertThat(state()).isEqualTo(TargetState.DEGRADED);
        assertThat(tracker.opinion().evidence()).isEqualTo("half a JSON");
    }

    @Test
    void shouldComeBackAfterThreeGoodResultsInARow() {
        // given
        refused();
        refused();

        // when
        up();
        up();
        refused();
        up();
        up();
        TargetState before = state();
        up();

        // then
        assertThat(before).isEqualTo(TargetState.DOWN);
        assertThat(state()).isEqualTo(TargetState.UP);
    }

    @Test
    void shouldAskForMoreGoodResultsWhenItFlaps() {
        // given
        up();
        fallAndRise(3);

        // when: it falls again at once
        refused();
        refused();
        ups(5);
        TargetState atFive = state();
        ups(1);

        // then
        assertThat(atFive).isEqualTo(TargetState.DOWN);
        assertThat(state()).isEqualTo(TargetState.UP);
    }

    @Test
    void shouldForgiveFlappingAfterItsWindow() {
        // given
        up();
        fallAndRise(3);
        now = now.plus(Duration.ofMinutes(5));

        // when
        fallAndRise(3);

        // then
        assertThat(state()).isEqualTo(TargetState.UP);
    }

    @Test
    void shouldLearnNothingFromUnknown() {
        // given
        up();
        refused();

        // when
        take(ProbeResult.unknown("could not look", Duration.ZERO));
        refused();

        // then
        assertThat(state()).isEqualTo(TargetState.DOWN);
    }

    @Test
    void shouldKeepTheNewestEvidenceOfTheSameState() {
        // given
        refused();
        refused();

        // when
        take(ProbeResult.down(Reason.SILENT, Weight.LATE, "now silent", Duration.ZERO));

        // then
        assertThat(tracker.opinion().evidence()).isEqualTo("now silent");
        assertThat(tracker.opinion().since()).isEqualTo(START);
    }

    private void fallAndRise(int upsNeeded) {
        refused();
        refused();
        ups(upsNeeded);
        assertThat(state()).isEqualTo(TargetState.UP);
    }

    private void ups(int count) {
        for (int i = 0; i < count; i++) {
            up();
        }
    }
}
