package io.lifeboat.detector.probe.vantage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.ProbeResult.Weight;
import io.lifeboat.detector.probe.Reason;
import io.lifeboat.events.id.TargetId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AbstentionTest {
    private static final TargetId ONE = new TargetId("control-1");
    private static final TargetId TWO = new TargetId("control-2");
    private static final ProbeResult GOOD = ProbeResult.up("answers", Duration.ZERO);
    private static final ProbeResult BAD =
            ProbeResult.down(Reason.SILENT, Weight.SOFT, "the gateway is silent", Duration.ZERO);
    private static final ProbeResult ODD = ProbeResult.degraded(Reason.SERVER_ERROR, "500", Duration.ZERO);

    private final Abstention two = Abstention.begin(Set.of(ONE, TWO), 1);

    @Test
    void shouldNeverAbstainWithoutControls() {
        assertThat(Abstention.begin(Set.of(), 0).reason()).isEmpty();
    }

    @Test
    void shouldAbstainUntilAControlHasAnswered() {
        assertThat(two.reason()).contains("not all control targets have been asked yet");
        assertThat(two.after(ONE, GOOD).reason()).isEmpty();
    }

    @Test
    void shouldAbstainWithTheEvidenceWhenTooFewAnswer() {
        // when
        Abstention after = two.after(ONE, BAD).after(TWO, BAD);

        // then
        assertThat(after.reason().orElseThrow())
                .startsWith("reaches 0 of 2 control targets, needs 1")
                .contains("the gateway is silent");
    }

    @Test
    void shouldAbstainAtTheFirstBadAnswerOfTheLastGoodControl() {
        // given
        Abstention good = two.after(ONE, BAD).after(TWO, GOOD);

        // when
        Abstention after = good.after(TWO, BAD);

        // then
        assertThat(good.reason()).isEmpty();
        assertThat(after.reason()).isPresent();
    }

    @Test
    void shouldCountAControlThatAnswersBadlyAsReached() {
        assertThat(two.after(ONE, ODD).reason()).isEmpty();
    }

    @Test
    void shouldRejectMoreNeededThanThereAre() {
        assertThatThrownBy(() -> Abstention.begin(Set.of(ONE), 2)).hasMessageContaining("needed: expected 0 to 1");
    }
}
