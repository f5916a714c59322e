package io.lifeboat.detector.incident.health;

import static io.lifeboat.detector.incident.Vantages.NOON;
import static io.lifeboat.detector.incident.Vantages.SHOP;
import static io.lifeboat.events.health.TargetState.DOWN;
import static io.lifeboat.events.health.TargetState.UNKNOWN;
import static io.lifeboat.events.health.TargetState.UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.incident.Vantages;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.serde.Writer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HealthViewTest {
    private static final Duration FRESH = Vantages.PERIOD.multipliedBy(Voice.FRESH_PERIODS);

    private final Vantages vantages = new Vantages();

    private Ballot north(Instant now) {
        return vantages.view().ballot(new VantageId("north"), SHOP, new TargetId("blue-1"), now);
    }

    @Test
    void shouldVoteWhenBeatIsFreshAndTargetWasReported() {
        vantages.beat("north", NOON).says("north", "blue-1", DOWN, NOON);

        Ballot ballot = north(NOON);

        assertThat(ballot.counts()).isTrue();
        assertThat(ballot.state()).isEqualTo(DOWN);
        assertThat(ballot.vote().evidence()).isEqualTo("DOWN seen by north");
    }

    @Test
    void shouldHaveNoVoteWhenNeverHeardOf() {
        assertThat(north(NOON).vote().evidence()).isEqualTo("it has never been heard of");
    }

    @Test
    void shouldHaveNoVoteWhenItReportsButHasNotBeaten() {
        vantages.says("north", "blue-1", DOWN, NOON);

        assertThat(north(NOON).counts()).isFalse();
        assertThat(north(NOON).vote().evidence()).isEqualTo("it has not beaten since it started");
    }

    @Test
    void shouldLoseItsVoteWhenBeatIsStale() {
        vantages.beat("north", NOON).says("north", "blue-1", DOWN, NOON);

        assertThat(north(NOON.plus(FRESH)).counts()).isTrue();
        Ballot late = north(NOON.plus(FRESH).plusMillis(1));

        assertThat(late.counts()).isFalse();
        assertThat(late.state()).isEqualTo(UNKNOWN);
        assertThat(late.vote().evidence()).isEqualTo("its last beat is 3001 ms old");
    }

    @Test
    void shouldTellWhenTheNextVoteEnds() {
        vantages.beat("north", NOON).beat("south", NOON.plusMillis(500));

        assertThat(vantages.view().nextSilence(NOON)).contains(NOON.plus(FRESH));
        assertThat(vantages.view().nextSilence(NOON.plus(FRESH)))
                .contains(NOON.plusMillis(500).plus(FRESH));
    }

    @Test
    void shouldHaveNoVoteWhenItAbstains() {
        vantages.beat("north", "north", NOON, "no control answers", false).says("north", "blue-1", DOWN, NOON);

        assertThat(north(NOON).counts()).isFalse();
        assertThat(north(NOON).vote().evidence()).isEqualTo("it abstains: no control answers");
    }

    @Test
    void shouldVoteAgainWhenItAbstainsNoMore() {
        vantages.says("north", "blue-1", DOWN, NOON)
                .beat("north", "north", NOON, "no control answers", false)
                .beat("north", NOON.plusSeconds(1));

        assertThat(north(NOON.plusSeconds(1)).counts()).isTrue();
    }

    @Test
    void shouldHaveNoVoteWhenItHasLeft() {
        vantages.says("north", "blue-1", DOWN, NOON).beat("north", "north", NOON, null, true);

        assertThat(north(NOON).vote().evidence()).isEqualTo("it has left");
    }

    @Test
    void shouldNotVoteWithReportsOfADeadProcessWhenItHasRestarted() {
        vantages.beat("north", NOON).says("north", "blue-1", DOWN, NOON);

        vantages.beat("north", "north again", NOON.plusSeconds(1), null, false);

        assertThat(north(NOON.plusSeconds(1)).counts()).isFalse();
        assertThat(north(NOON.plusSeconds(1)).vote().evidence())
                .isEqualTo("it has not reported this target since it started");
    }

    @Test
    void shouldVoteAnewWhenTheRestartedProcessHasReported() {
        vantages.beat("north", NOON).says("north", "blue-1", DOWN, NOON);
        Instant later = NOON.plusSeconds(1);

        vantages.beat("north", "north again", later, null, false)
                .says("north", "north again", "blue-1", UP, later, Arguments.none());

        assertThat(north(later).state()).isEqualTo(UP);
    }

    @Test
    void shouldNotHearAReplacedProcessWhenItWakesUp() {
        Instant later = NOON.plusSeconds(1);
        vantages.beat("north", NOON)
                .beat("north", "north again", later, null, false)
                .says("north", "north again", "blue-1", UP, later, Arguments.none());

        vantages.beat("north", later).says("north", "blue-1", DOWN, later);

        assertThat(north(later).state()).isEqualTo(UP);
    }

    @Test
    void shouldNotTakeReplayedBeatsForSignsOfLife() {
        vantages.says("north", "blue-1", DOWN, NOON);
        vantages.hear(
                new io.lifeboat.events.health.VantageBeat(
                        new VantageId("north"), Vantages.process("north"), 1, Vantages.PERIOD, null, false),
                Heard.replayed(NOON));

        assertThat(north(NOON).vote().evidence()).isEqualTo("it has not beaten since this detector started");
    }

    @Test
    void shouldNotTakeAnOldBeatForANewOneWhenThisProcessWasPaused() {
        Instant awake = NOON.plusSeconds(30);
        vantages.says("north", "blue-1", DOWN, NOON);
        vantages.hear(
                new io.lifeboat.events.health.VantageBeat(
                        new VantageId("north"), Vantages.process("north"), 1, Vantages.PERIOD, null, false),
                Heard.live(NOON, awake));

        vantages.beat("south", awake);

        assertThat(north(awake).counts()).isFalse();
    }

    @Test
    void shouldNotCountALongPeriodForMoreThanItsBound() {
        vantages.says("north", "blue-1", DOWN, NOON);
        vantages.hear(
                new io.lifeboat.events.health.VantageBeat(
                        new VantageId("north"), Vantages.process("north"), 1, Duration.ofDays(1), null, false),
                NOON);

        assertThat(north(NOON.plusSeconds(30)).counts()).isTrue();
        assertThat(north(NOON.plusSeconds(31)).counts()).isFalse();
    }

    @Test
    void shouldNotHearWhatSomebodyElseWrote() {
        HealthView view = HealthView.empty()
                .apply(
                        Vantages.report("north", "north", "blue-1", DOWN, NOON, Arguments.none()),
                        Writer.of(Service.DETECTOR, Vantages.process("liar")),
                        Heard.live(NOON, NOON))
                .apply(
                        Vantages.report("north", "north", "blue-1", DOWN, NOON, Arguments.none()),
                        Writer.of(Service.NOTIFIER, Vantages.process("north")),
                        Heard.live(NOON, NOON));

        assertThat(view.targets(SHOP)).isEmpty();
    }
}
