package io.lifeboat.detector.probe.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdaptiveTimeoutTest {
    private static final Duration LEAST = Duration.ofMillis(50);
    private static final Duration MOST = Duration.ofMillis(500);

    private AdaptiveTimeout timeout = AdaptiveTimeout.between(LEAST, MOST);

    private void answers(int count, int millis) {
        for (int i = 0; i < count; i++) {
            timeout = timeout.after(Duration.ofMillis(millis));
        }
    }

    @Test
    void shouldGiveAllTheTimeWhenNothingIsKnown() {
        assertThat(timeout.timeout()).isEqualTo(MOST);
    }

    @Test
    void shouldTrustTheFirstLatencyTwiceOverAsTcpDoes() {
        answers(1, 100);
        assertThat(timeout.timeout()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void shouldNeverFallBelowTheLeast() {
        answers(100, 1);
        assertThat(timeout.timeout()).isEqualTo(LEAST);
    }

    @Test
    void shouldNeverRiseAboveTheMost() {
        answers(3, 100_000);
        assertThat(timeout.timeout()).isEqualTo(MOST);
    }

    @Test
    void shouldComeCloseToASteadyLatency() {
        answers(100, 100);
        assertThat(timeout.timeout()).isBetween(Duration.ofMillis(100), Duration.ofMillis(110));
    }

    @Test
    void shouldDoubleAtEachSilenceAndComeBackWithAnAnswer() {
        // given
        answers(100, 1);

        // when
        timeout = timeout.afterSilence().afterSilence();
        Duration twiceSilent = timeout.timeout();
        answers(1, 1);

        // then
        assertThat(twiceSilent).isEqualTo(Duration.ofMillis(200));
        assertThat(timeout.timeout()).isEqualTo(LEAST);
    }

    @Test
    void shouldRejectBoundsOutOfOrder() {
        assertThatThrownBy(() -> AdaptiveTimeout.between(/* least= */ MOST, /* most= */ LEAST))
                .hasMessageContaining("0 < least <= most");
    }
}
