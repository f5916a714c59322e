package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.RulingAssert.assertEffective;
import static io.lifeboat.events.fold.RulingAssert.assertVoid;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.ApprovalGiven;
import io.lifeboat.events.incident.PlanChanged;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.incident.StepEnded.Verdict;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.Plan;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanChangeTest {
    private static final String NOT_HERE = "incident INC-2026-03-01-001 is not where this could be decided";

    private static Ruling change(Log log, Plan plan, @Nullable SignedCommand command) {
        return log.append(
                Service.DETECTOR,
                new PlanChanged(Log.SHOP, Log.FIRST, plan, log.shop().version(), "better", command));
    }

    @Test
    void shouldReplaceStepsThatNobodyHasClaimed() {
        Log log = Log.with(Plans.failover());
        log.done("assess");
        Plan other = Plans.of(Plans.assess(), Plans.move("elsewhere", "red").needs(Need.succeeded("assess")));

        assertEffective(change(log, other, null));

        assertThat(log.incident().plan()).isEqualTo(other);
        assertThat(log.incident().steps()).containsOnlyKeys(new StepId("assess"), new StepId("elsewhere"));
        assertThat(log.state("assess")).isInstanceOf(StepState.Succeeded.class);
        assertThat(log.state("elsewhere")).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void shouldVoidAChangeWhenAStepThatBeganIsGoneOrDifferent() {
        Log log = Log.with(Plans.failover());
        log.claim("assess");

        assertVoid(change(log, Plans.of(Plans.move()), null), NOT_HERE);
        assertVoid(change(log, Plans.of(Plans.assess().timeout(Duration.ofSeconds(1))), null), NOT_HERE);
        assertThat(log.incident().plan()).isEqualTo(Plans.failover());
    }

    @Test
    void shouldVoidAChangeWhenItWouldReopenASkippedStep() {
        Log log = Log.with(Plans.of(Plans.assess(), Plans.move()));
        log.skip("assess");

        assertVoid(change(log, Plans.of(Plans.assess().timeout(Duration.ofSeconds(1)), Plans.move()), null), NOT_HERE);
        assertEffective(change(log, Plans.of(Plans.assess(), Plans.move("elsewhere", "red")), null));
        assertThat(log.state("assess")).isInstanceOf(StepState.Skipped.class);
    }

    @Test
    void shouldKeepAClaimWhenThePlanAroundItChanges() {
        Log log = Log.with(Plans.of(Plans.assess(), Plans.move()));
        log.claim("assess");
        StepStatus before = log.status("assess");

        change(log, Plans.of(Plans.assess()), null);

        assertThat(log.status("assess")).isEqualTo(before);
    }

    @Test
    void shouldVoidAChangeWhenTheIncidentHasRecovered() {
        Log log = Log.with(Plans.recoveredWhen("move", Plans.move()));
        log.done("move").advance(Stage.RECOVERED, null);

        assertVoid(change(log, Plans.of(Plans.move(), Plans.assess()), null), NOT_HERE);
    }

    private static void approve(Log log, String step) {
        log.append(
                Service.DETECTOR,
                new ApprovalGiven(
                        Log.SHOP,
                        Log.FIRST,
                        new StepId(step),
                        Asked.ALICE,
                        true,
                        StepHash.of(
                                log.incident(),
                                log.incident().plan().find(new StepId(step)).orElseThrow()),
                        log.now(),
                        Asked.by(Asked.ALICE, log.now())));
    }

    @Test
    void shouldWithdrawApprovalsWhenThePlanIsNoLongerTheOneThatWasApproved() {
        Log log = Log.with(Plans.of(Plans.move().approvedBy(1)));
        approve(log, "move");
        assertThat(log.state("move")).isInstanceOf(StepState.Ready.class);

        change(log, Plans.of(Plans.move().approvedBy(1), Plans.fence()), null);

        assertThat(log.state("move")).isInstanceOf(StepState.AwaitingApproval.class);
        assertThat(log.status("move").approvers()).isEmpty();
    }

    @Test
    void shouldKeepApprovalsWhenOnlyANoticeIsAdded() {
        Log log = Log.with(Plans.of(Plans.move().approvedBy(1)));
        approve(log, "move");
        StepStatus before = log.status("move");

        log.after(Duration.ofMinutes(15));
        assertEffective(change(log, Plans.of(Plans.move().approvedBy(1), Plans.tell()), null));

        assertThat(log.status("move")).isEqualTo(before);
    }

    @Test
    void shouldLetANoticeGoOnlyOnceItHasBeenSent() {
        Plan without = Plans.of(Plans.move());
        Log log = Log.with(Plans.of(Plans.move(), Plans.tell()));
        log.claim("tell");
        assertVoid(change(log, without, null), NOT_HERE);

        log.end("tell", Verdict.SUCCEEDED);

        assertEffective(change(log, without, null));
    }

    @Test
    void shouldAskAgainForAStepBetweenTwoAttemptsWhenThePlanChanged() {
        Log log = Log.with(Plans.of(Plans.move().approvedBy(1)));
        approve(log, "move");
        log.claim("move");
        log.end("move", Verdict.CONFLICT);

        change(log, Plans.of(Plans.move().approvedBy(1), Plans.fence()), null);

        assertThat(log.state("move")).isInstanceOf(StepState.AwaitingApproval.class);
        assertThat(log.status("move").attempt()).isEqualTo(1);
    }

    @Test
    void shouldAskAgainAfterTheClaimWhenThePlanChangedDuringIt() {
        Log log = Log.with(Plans.of(Plans.move().approvedBy(1)));
        approve(log, "move");
        log.claim("move");
        change(log, Plans.of(Plans.move().approvedBy(1), Plans.fence()), null);

        log.end("move", Verdict.CONFLICT);

        assertThat(log.state("move")).isInstanceOf(StepState.AwaitingApproval.class);
    }

    @Test
    void shouldVoidAChangeToAMovingPlanWhenAnotherIncidentHasTheLock() {
        Log log = Log.with(Plans.of(Plans.assess()));
        log.open(2, Log.SECOND, true, Plans.of(Plans.move()), null);

        assertVoid(
                change(log, Plans.of(Plans.assess(), Plans.move()), null),
                "INC-2026-03-01-002 is still recovering, and the plan moves traffic or data");
        assertEffective(change(log, Plans.of(Plans.assess(), Plans.fence()), null));
    }

    private static Log coolingDownWithAQuietIncident() {
        Log log = new Log();
        log.open(1, Log.SECOND, true, Plans.recoveredWhen("move", Plans.move()), null);
        log.claim(Log.SECOND, "move");
        log.append(
                Service.FAILOVER,
                new io.lifeboat.events.incident.StepEnded(
                        Log.SHOP,
                        Log.SECOND,
                        new StepId("move"),
                        ((StepState.Claimed) log.shop()
                                        .find(Log.SECOND)
                                        .orElseThrow()
                                        .status(new StepId("move"))
                                        .state())
                                .claim(),
                        Verdict.SUCCEEDED,
                        false,
                        io.lifeboat.events.plan.Arguments.none(),
                        "done"));
        log.advance(Log.SECOND, Stage.RECOVERED, null);
        log.open(2, Log.FIRST, true, Plans.of(Plans.assess()), null);
        return log;
    }

    @Test
    void shouldVoidAChangeToAFailoverWhenTheWorkspaceCoolsDown() {
        Log log = coolingDownWithAQuietIncident();
        Plan failover = Plans.of(Plans.assess(), Plans.move());

        Ruling early = change(log.after(Log.COOL_DOWN.minusMillis(1)), failover, null);
        Ruling punctual = change(log.after(Duration.ofMillis(1)), failover, null);

        assertVoid(early, "cooling down until 2026-03-01T08:10:00Z, and nobody has acknowledged");
        assertEffective(punctual);
    }

    @Test
    void shouldChangeToAFailoverDuringTheCoolDownWhenAPersonDecides() {
        Log log = coolingDownWithAQuietIncident();

        assertEffective(change(log, Plans.of(Plans.assess(), Plans.move()), Asked.by(Asked.ALICE, log.now())));
    }

    @Test
    void shouldChangeAFailoverDuringItsOwnCoolDown() {
        Log log = Log.with(Plans.of(Plans.move(), Plans.assess()));
        log.claim("move");

        assertEffective(change(log, Plans.of(Plans.move(), Plans.verify()), null));
    }
}
