package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.RulingAssert.assertEffective;
import static io.lifeboat.events.fold.RulingAssert.assertVoid;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.incident.IncidentAcknowledged;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.MaintenanceSet;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.incident.StepEnded.Verdict;
import io.lifeboat.events.incident.TrafficObserved;
import io.lifeboat.events.incident.WorkspaceHeld;
import io.lifeboat.events.plan.Plan;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {
    private static final Plan MOVING = Plans.of(Plans.move());
    private static final Plan QUIET = Plans.of(Plans.assess());

    private final Log log = new Log();

    private Ruling open(long seq, boolean automatic, Plan plan) {
        return log.open(seq, seq == 1 ? Log.FIRST : Log.SECOND, automatic, plan, null);
    }

    @Test
    void shouldOpenWithEveryStepPendingOrReadyWhenItIsTheNext() {
        log.append(Service.FAILOVER, new TrafficObserved(Log.SHOP, new SiteId("blue"), 1));

        assertEffective(open(1, true, Plans.failover()));

        assertThat(log.shop().lastSeq()).isEqualTo(1);
        assertThat(log.incident().stage()).isEqualTo(Stage.RECOVERING);
        assertThat(log.incident().openedAt()).isEqualTo(log.now());
        assertThat(log.incident().previous()).isEqualTo(new SiteId("blue"));
        assertThat(log.state("assess")).isEqualTo(new StepState.Ready(log.now(), log.now()));
        assertThat(log.state("move")).isEqualTo(new StepState.Pending());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 4})
    void shouldVoidAnOpeningWhenItIsNotTheNext(long seq) {
        open(1, true, QUIET);

        Ruling ruling = log.open(seq, Log.SECOND, true, QUIET, null);

        assertVoid(ruling, "it would be incident %d of the workspace, expected 2".formatted(seq));
    }

    @Test
    void shouldVoidTheLaterOfTwoOpeningsWhenTwoDetectorsMakeThem() {
        open(1, true, QUIET);

        Ruling second = log.open(1, Log.SECOND, true, QUIET, null);

        assertVoid(second, "it would be incident 1 of the workspace, expected 2");
        assertThat(log.shop().find(Log.SECOND)).isEmpty();
    }

    @Test
    void shouldVoidAnOpeningWhenItsNumberIsInUse() {
        open(1, true, QUIET);

        assertVoid(log.open(2, Log.FIRST, true, QUIET, null), "INC-2026-03-01-001 is open already");
    }

    @Test
    void shouldVoidAnOpeningWhenAnotherServiceWroteIt() {
        IncidentOpened opened = Log.opened(1, Log.FIRST, true, QUIET, null);

        assertVoid(log.append(Service.FAILOVER, opened), "written by failover, expected detector");
    }

    @Test
    void shouldVoidAnOpeningWhenAnotherPlanThatMovesIsRecovering() {
        open(1, true, MOVING);

        assertVoid(
                open(2, false, MOVING), "INC-2026-03-01-001 is still recovering, and its plan moves traffic or data");
    }

    @Test
    void shouldOpenWhenOnlyOneOfThePlansMoves() {
        open(1, true, MOVING);
        assertEffective(open(2, true, QUIET));

        Log other = new Log();
        other.open(1, Log.FIRST, true, QUIET, null);
        assertEffective(other.open(2, Log.SECOND, true, MOVING, null));
    }

    @Test
    void shouldOpenWhenTheOtherPlanHasRecovered() {
        open(1, true, Plans.recoveredWhen("move", Plans.move()));
        log.done("move");
        log.advance(Stage.RECOVERED, null);

        assertEffective(open(2, false, MOVING));
    }

    private void failOver() {
        open(1, true, Plans.recoveredWhen("move", Plans.move()));
        log.done("move");
        log.advance(Stage.RECOVERED, null);
    }

    @Test
    void shouldVoidAnAutomaticFailoverWhenTheCoolDownIsNotOver() {
        failOver();

        Ruling early = log.after(Log.COOL_DOWN.minusMillis(1)).open(2, Log.SECOND, true, MOVING, null);
        Ruling punctual = log.after(Duration.ofMillis(1)).open(2, Log.SECOND, true, MOVING, null);

        assertVoid(early, "cooling down until 2026-03-01T08:10:00Z, and nobody has acknowledged");
        assertEffective(punctual);
    }

    @Test
    void shouldOpenDuringTheCoolDownWhenItDoesNotFailOverByItself() {
        failOver();
        assertEffective(log.open(2, Log.SECOND, true, QUIET, null));

        Log approved = new Log();
        approved.open(1, Log.FIRST, true, Plans.recoveredWhen("move", Plans.move()), null);
        approved.done("move").advance(Stage.RECOVERED, null);
        assertEffective(approved.open(2, Log.SECOND, true, Plans.of(Plans.move().approvedBy(1)), null));
    }

    @Test
    void shouldOpenDuringTheCoolDownWhenAPersonOpens() {
        failOver();
        SignedCommand command = Asked.by(Asked.ALICE, log.now());

        assertEffective(log.open(2, Log.SECOND, false, MOVING, command));
    }

    @Test
    void shouldOpenDuringTheCoolDownWhenTheFailoverWasAcknowledged() {
        failOver();
        acknowledge();

        assertEffective(open(2, true, MOVING));
    }

    private Ruling acknowledge() {
        return log.append(
                Service.DETECTOR,
                new IncidentAcknowledged(
                        Log.SHOP,
                        Log.FIRST,
                        Asked.ALICE,
                        log.shop().version(),
                        "seen",
                        Asked.by(Asked.ALICE, log.now())));
    }

    @Test
    void shouldKeepCoolingDownWhenAnotherIncidentIsAcknowledged() {
        open(1, true, QUIET);
        log.open(2, Log.SECOND, true, MOVING, null);
        log.claim(Log.SECOND, "move");

        assertEffective(acknowledge());

        assertThat(log.shop().isCoolingDown(log.now())).isTrue();
    }

    @Test
    void shouldKeepCoolingDownWhenAnEarlierFailoverIsAcknowledged() {
        failOver();
        log.after(Log.COOL_DOWN).open(2, Log.SECOND, true, MOVING, null);
        log.claim(Log.SECOND, "move");

        assertEffective(acknowledge());

        assertThat(log.shop().isCoolingDown(log.now())).isTrue();
    }

    @Test
    void shouldCoolDownFromTheClaimNotFromItsEnd() {
        open(1, true, MOVING);
        log.claim("move");
        log.after(Duration.ofMinutes(3)).end("move", Verdict.SUCCEEDED);

        assertThat(log.shop().coolDownUntil()).isEqualTo(Log.START.plus(Log.COOL_DOWN));
    }

    @Test
    void shouldNotCoolDownWhenNoTrafficWasClaimed() {
        open(1, true, QUIET);
        log.claim("assess");

        assertThat(log.shop().coolDownUntil()).isNull();
    }

    @Test
    void shouldVoidAnAutomaticFailoverWhenTheWorkspaceIsHeld() {
        log.append(Service.DETECTOR, new WorkspaceHeld(Log.SHOP, 0, "migration", null));

        assertVoid(open(1, true, MOVING), "held: migration");
        assertEffective(open(1, true, QUIET));
    }

    @Test
    void shouldVoidAnAutomaticFailoverWhenThereIsMaintenance() {
        log.append(
                Service.DETECTOR,
                new MaintenanceSet(Log.SHOP, log.now(), log.now().plusSeconds(60), 0, "upgrade", null));

        assertVoid(open(1, true, MOVING), "maintenance until 2026-03-01T08:01:00Z");
        assertEffective(open(1, false, MOVING));
    }

    @Test
    void shouldVoidTheSecondOpeningWhenOneCommandAskedForBoth() {
        SignedCommand command = Asked.by(Asked.ALICE, log.now());
        log.open(1, Log.FIRST, false, QUIET, command);

        assertVoid(
                log.open(2, Log.SECOND, false, QUIET, command),
                "command %s has had its effect already"
                        .formatted(Commands.read(command).orElseThrow().id()));
    }
}
