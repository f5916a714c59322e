package io.lifeboat.detector.incident.decide;

import static io.lifeboat.detector.incident.Vantages.SHOP;
import static io.lifeboat.events.health.TargetState.DOWN;
import static io.lifeboat.events.health.TargetState.UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.incident.World;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.IncidentAborted;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.PlanChanged;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.StepEscalated;
import io.lifeboat.events.incident.WorkspaceHeld;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of an incident, from its opening to its end: invariant 5 among it. */
class StagesTest {
    private final World world = new World();

    @BeforeEach
    void blueFails() {
        world.vantages.allSay("blue-1", DOWN, world.now);
        world.settle();
        world.sentences.clear();
    }

    private List<String> steps() {
        return world.incident().plan().steps().stream()
                .map(step -> step.id().value())
                .toList();
    }

    private Step step(String id) {
        return world.incident().plan().find(new StepId(id)).orElseThrow();
    }

    private void failAtLast(String id) {
        int attempts = step(id).retry().times() + 1;
        for (int i = 0; i < attempts; i++) {
            world.after(Duration.ofSeconds(2))
                    .end(id, i < attempts - 1 ? StepEnded.Verdict.RETRY : StepEnded.Verdict.FAILED);
        }
    }

    @Test
    void shouldBeRecoveredWhenThePlanSaysSo() {
        world.after(Duration.ofSeconds(4)).recover();

        world.settle();

        assertThat(world.incident().stage()).isEqualTo(Stage.WATCHING);
        assertThat(world.sentences)
                .contains(
                        "INC-2026-03-01-001 is recovered: service is back 4.0 s after the first bad evidence: "
                                + "the target of 15 min is met",
                        "INC-2026-03-01-001 is watched: stability is watched for 24 h, until 2026-03-02T12:00:04Z");
    }

    @Test
    void shouldSayThatTheMaximumIsBreachedWhenServiceComesBackTooLate() {
        world.after(Duration.ofMinutes(31)).recover();

        world.settle();

        assertThat(world.sentences).anyMatch(sentence -> sentence.endsWith("the maximum of 30 min is breached"));
    }

    @Test
    void shouldBeClosedAfterTwentyFourHours() {
        world.recover();
        world.settle();
        Instant watching = world.incident().stageSince();

        world.at(watching.plus(Duration.ofHours(24)).minusMillis(1)).settle();
        assertThat(world.incident().stage()).isEqualTo(Stage.WATCHING);
        world.vantages.allSay("blue-1", UP, world.now);
        world.at(watching.plus(Duration.ofHours(24))).settle();

        assertThat(world.shop().incidents()).isEmpty();
        assertThat(world.sentences).contains("INC-2026-03-01-001 is closed: stable for 24 h since service came back");
    }

    @Test
    void shouldNeedAPersonWhenTheStandbyIsUnfit() {
        failAtLast("assess-standby");

        world.settle();

        assertThat(world.incident().stage()).isEqualTo(Stage.NEEDS_PERSON);
        assertThat(world.sentences)
                .contains("INC-2026-03-01-001 needs a person: a person is needed: "
                        + "assess-standby failed and nothing takes over: so it ended");
        assertThat(steps()).doesNotContain("needs-person"); // the plan itself calls one
        assertThat(world.incident().status(new StepId("escalate-unfit")).state())
                .isInstanceOf(StepState.Ready.class);
        assertThat(world.shop().active()).isEqualTo(World.BLUE);
    }

    @Test
    void shouldEscalateAStepThatNobodyClaims() {
        Duration within = step("assess-standby").claimWithin();

        assertThat(world.after(within.minusMillis(1)).settle().until()).isEqualTo(world.now.plusMillis(1));
        assertThat(world.all(StepEscalated.class)).isEmpty();
        world.after(Duration.ofMillis(1)).settle();

        assertThat(world.all(StepEscalated.class)).hasSize(1);
        assertThat(world.all(StepEscalated.class).get(0).why())
                .isEqualTo("assess-standby of INC-2026-03-01-001 is escalated: it has been ready since "
                        + "2026-03-01T12:00:00Z, and the failover service has not claimed it within 15.0 s");
        assertThat(world.incident().stage()).isEqualTo(Stage.NEEDS_PERSON);
        assertThat(step("needs-person").arguments().required("reason")).isEqualTo("assess-standby passed its deadline");
        assertThat(world.voided).isEmpty();
    }

    @Test
    void shouldStillRecoverWhenTheStepIsClaimedLate() {
        world.after(Duration.ofMinutes(1)).settle();

        world.recover();
        world.settle();

        assertThat(world.incident().stage()).isEqualTo(Stage.WATCHING);
    }

    @Test
    void shouldNotEscalateBeforeThisProcessHasWatchedForThatLong() {
        world.after(Duration.ofMinutes(1));
        world.attentive = world.now.minusSeconds(5);

        world.settle();

        assertThat(world.all(StepEscalated.class)).isEmpty();
    }

    @Test
    void shouldNotCallAStepLateThatIsHeldBack() {
        world.append(Service.DETECTOR, new WorkspaceHeld(SHOP, world.shop().version(), "drill", null));

        world.after(Duration.ofMinutes(5)).settle();

        assertThat(world.all(StepEscalated.class))
                .extracting(StepEscalated::step)
                .containsExactly(new StepId("notify-first"));
    }

    @Test
    void shouldGiveAStepItsTimeAgainWhenItIsHeldBackNoMore() {
        world.end("notify-first", StepEnded.Verdict.SUCCEEDED);
        world.after(Duration.ofMinutes(1)).resumed = world.now;

        world.after(Duration.ofSeconds(14)).settle();
        assertThat(world.all(StepEscalated.class)).isEmpty();
        world.after(Duration.ofSeconds(1)).settle();

        assertThat(world.all(StepEscalated.class)).hasSize(1);
    }

    @Test
    void shouldEscalateAClaimThatIsSilentBeyondItsTimeOut() {
        world.claim("assess-standby");
        Duration silent = step("assess-standby").timeout().plus(Timings.DEFAULT.silence());
        world.claim("notify-first");

        world.after(silent.minusMillis(1)).settle();
        assertThat(world.all(StepEscalated.class)).isEmpty();
        world.after(Duration.ofMillis(1)).settle();

        assertThat(world.all(StepEscalated.class).get(0).why())
                .contains("nothing has been heard within its time-out of 10.0 s and 15.0 s more");
    }

    @Test
    void shouldNeedAPersonWhenTheMostThatRecoveryMayTakeHasPassed() {
        world.append(Service.DETECTOR, new WorkspaceHeld(SHOP, world.shop().version(), "drill", null));

        world.after(Duration.ofMinutes(30)).settle();

        assertThat(world.incident().stage()).isEqualTo(Stage.NEEDS_PERSON);
        assertThat(world.sentences)
                .anyMatch(sentence ->
                        sentence.endsWith("service is not back within the most that recovery may take, 30 min"));
    }

    @Test
    void shouldTellHowThingsStandEveryFifteenMinutes() {
        world.append(Service.DETECTOR, new WorkspaceHeld(SHOP, world.shop().version(), "drill", null));
        world.after(Duration.ofMinutes(15).minusMillis(1)).settle();
        assertThat(steps()).noneMatch(id -> id.startsWith("notify-update"));

        world.after(Duration.ofMillis(1)).settle();
        world.settle();

        assertThat(steps()).filteredOn(id -> id.startsWith("notify-update")).containsExactly("notify-update-1");
        assertThat(world.sentences)
                .contains(
                        "tells how INC-2026-03-01-001 stands after 15 min; the next update comes at 2026-03-01T12:30:00Z");
        assertThat(world.voided).isEmpty();
    }

    @Test
    void shouldDropSentUpdatesFromThePlanSoThatItHasAnEnd() {
        world.append(Service.DETECTOR, new WorkspaceHeld(SHOP, world.shop().version(), "drill", null));
        for (int i = 0; i < 100; i++) {
            world.after(Duration.ofMinutes(15)).settle();
            world.recover();
        }

        assertThat(steps()).filteredOn(id -> id.startsWith("notify-update")).containsExactly("notify-update-100");
        assertThat(steps()).filteredOn(id -> id.startsWith("unacknowledged")).containsExactly("unacknowledged-100");
        assertThat(world.voided).isEmpty();
    }

    @Test
    void shouldEscalateWhenNobodyAcknowledgesInTheResponseTime() {
        world.after(Duration.ofMinutes(15)).settle();

        assertThat(step("unacknowledged-1").arguments().required("reason"))
                .isEqualTo("nobody has acknowledged INC-2026-03-01-001 within 15 min, the response time of P0");
    }

    @Test
    void shouldSendNothingWhenEverythingRestartsInAQuietHour() {
        world.recover();
        world.settle();
        int before = world.log.size();

        world.after(Duration.ofHours(1)).settle();

        assertThat(world.log).hasSize(before);
    }

    @Test
    void shouldNotOpenAnewWhatAPersonAborted() {
        abort();

        world.after(Duration.ofMinutes(10)).settle();
        assertThat(world.all(IncidentOpened.class)).hasSize(1);
        assertThat(world.incident().stage()).isEqualTo(Stage.ABORTED);
    }

    @Test
    void shouldCloseWhatWasAbortedOnceItsCauseIsGone() {
        abort();
        world.recover(); // the report and the last notice run all the same

        world.after(Duration.ofMinutes(10)).vantages.allSay("blue-1", UP, world.now);
        world.settle();

        assertThat(world.shop().incidents()).isEmpty();
        assertThat(world.sentences)
                .contains("INC-2026-03-01-001 is closed: it was aborted, and nothing of it is under way any more");
    }

    private void abort() {
        world.append(
                Service.DETECTOR,
                new IncidentAborted(
                        SHOP, world.incident().id(), false, world.shop().version(), "false alarm", null));
    }

    @Test
    void shouldEndInAPersonsHandsWhenThePlanOnlyTellsPeople() {
        World other = new World();
        other.vantages.allSay("app", DOWN, other.now, Arguments.of("reason", "server-error"));

        other.after(Duration.ofSeconds(5)).settle();

        assertThat(other.incident().stage()).isEqualTo(Stage.NEEDS_PERSON);
        assertThat(other.lastSentence()).contains("APP_FAILURE of blue is INC-2026-03-01-001 already");
        assertThat(other.sentences)
                .contains("INC-2026-03-01-001 needs a person: a person is needed: the plan only tells people");
        assertThat(other.all(PlanChanged.class)).isEmpty();
    }
}
