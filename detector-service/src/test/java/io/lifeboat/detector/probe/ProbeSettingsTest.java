package io.lifeboat.detector.probe;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProbeSettingsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static ProbeSettings settings(Duration period, Duration least, Duration most, double jitter) {
        return new ProbeSettings(period, SECOND, least, most, jitter, true, Hysteresis.defaults());
    }

    @Test
    void shouldRejectAPeriodThatIsTooShort() {
        assertThatThrownBy(() -> settings(Duration.ofMillis(19), SECOND, SECOND, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period: expected at least PT0.02S, got PT0.019S");
    }

    @Test
    void shouldRejectATimeoutBelowTheLeast() {
        assertThatThrownBy(() -> settings(SECOND, SECOND, Duration.ofMillis(999), 0))
                .hasMessageContaining("timeout: expected at least PT1S");
    }

    @Test
    void shouldRejectATimeoutOfNothing() {
        assertThatThrownBy(() -> settings(SECOND, Duration.ZERO, SECOND, 0)).hasMessageContaining("minTimeout");
    }

    @Test
    void shouldRejectJitterAboveHalfAPeriod() {
        assertThatThrownBy(() -> settings(SECOND, SECOND, SECOND, 0.51))
                .hasMessageContaining("jitter: expected 0 to 0.5");
    }

    @Test
    void shouldRejectHysteresisOfNothing() {
        assertThatThrownBy(() -> new Hysteresis(0, 1, 1, SECOND, SECOND)).hasMessageContaining("downAfter");
        assertThatThrownBy(() -> new Hysteresis(1, 0, 1, SECOND, SECOND)).hasMessageContaining("upAfter");
        assertThatThrownBy(() -> new Hysteresis(1, 1, 0, SECOND, SECOND)).hasMessageContaining("hardDownAfter");
        assertThatThrownBy(() -> new Hysteresis(1, 1, 1, SECOND.negated(), SECOND))
                .hasMessageContaining("silence");
        assertThatThrownBy(() -> new Hysteresis(1, 1, 1, SECOND, SECOND.negated()))
                .hasMessageContaining("flapWindow");
    }
}
