package io.lifeboat.detector.incident.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lifeboat.detector.incident.scenario.Graces;
import io.lifeboat.events.id.StepId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What durations and texts of the deciders must be. */
class TimingsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S,  PT1S,  PT1S, PT1S,  'timings.watching: expected more than zero, got PT0S'",
        "PT1S,  PT-1S, PT1S, PT1S,  'timings.update: expected more than zero, got PT-1S'",
        "PT1S,  PT1S,  PT0S, PT1S,  'timings.silence: expected more than zero, got PT0S'",
        "PT1S,  PT1S,  PT1S, PT-2S, 'timings.settle: expected more than zero, got PT-2S'"
    })
    void shouldNameTheTimingThatIsNoTime(
            Duration watching, Duration update, Duration silence, Duration settle, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timings(watching, update, silence, settle))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"PT-1S, PT0S", "PT0S, PT-1S"})
    void shouldRefuseAGraceBelowZero(Duration partial, Duration partition) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Graces(partial, partition))
                .withMessage("graces: expected zero or more, got %s and %s".formatted(partial, partition));
    }

    @Test
    void shouldCutAReasonThatIsNoSentenceAnyMore() {
        String reason = "no end ".repeat(100);

        assertThat(Notices.escalate(new StepId("call"), reason).arguments().required("reason"))
                .hasToString(reason.substring(0, 500));
        assertThat(Notices.escalate(new StepId("call"), "short").arguments().required("reason"))
                .hasToString("short");
    }
}
