package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.RulingAssert.assertEffective;
import static io.lifeboat.events.fold.RulingAssert.assertVoid;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.Person;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.ApprovalGiven;
import io.lifeboat.events.incident.PlanChanged;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.Plan;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ApprovalTest {
    private static final Plan ONE = Plans.of(Plans.move().approvedBy(1));
    private static final Plan TWO = Plans.of(Plans.move().approvedBy(2));

    private static String hash(Log log) {
        return StepHash.of(log.incident(), log.incident().plan().steps().get(0));
    }

    private static ApprovalGiven approval(Log log, Person person, boolean approved, String hash) {
        return new ApprovalGiven(
                Log.SHOP,
                Log.FIRST,
                new StepId("move"),
                person,
                approved,
                hash,
                log.now().plusSeconds(30),
                Asked.by(person, log.now()));
    }

    private static Ruling approve(Log log, Person person) {
        return log.append(Service.DETECTOR, approval(log, person, true, hash(log)));
    }

    private static Ruling reject(Log log, Person person) {
        return log.append(Service.DETECTOR, approval(log, person, false, hash(log)));
    }

    @Test
    void shouldOpenTheStepWhenEnoughPeopleApproved() {
        Log log = Log.with(ONE);
        assertThat(log.state("move")).isEqualTo(new StepState.AwaitingApproval(log.now()));

        assertEffective(approve(log, Asked.ALICE));

        assertThat(log.state("move")).isEqualTo(new StepState.Ready(log.now(), log.now()));
        assertEffective(log.claim("move"));
    }

    @Test
    void shouldKeepWaitingWhenOneOfTwoApproved() {
        Log log = Log.with(TWO);

        assertEffective(approve(log, Asked.ALICE));

        assertThat(log.state("move")).isInstanceOf(StepState.AwaitingApproval.class);
        assertThat(log.status("move").approvers()).containsExactly(Asked.ALICE);
        assertEffective(approve(log, Asked.BOB));
        assertThat(log.state("move")).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void shouldVoidTheSecondApprovalWhenThePersonIsTheSame() {
        Log log = Log.with(TWO);
        approve(log, Asked.ALICE);

        assertVoid(approve(log, Asked.ALICE), "alice has approved already");
        assertThat(log.state("move")).isInstanceOf(StepState.AwaitingApproval.class);
    }

    private static Log openedBy(Person person, Plan plan) {
        Log log = new Log();
        log.open(1, Log.FIRST, false, plan, Asked.by(person, log.now()));
        return log;
    }

    @Test
    void shouldVoidAnApprovalWhenTheProposerGivesItUnderTheTwoPersonRule() {
        Log log = openedBy(Asked.ALICE, TWO);

        assertVoid(
                approve(log, Asked.ALICE),
                "alice opened the incident: under the two-person rule somebody else approves");
        assertEffective(approve(log, Asked.BOB));
    }

    @Test
    void shouldTakeTheProposersApprovalWhenOnePersonIsEnough() {
        assertEffective(approve(openedBy(Asked.ALICE, ONE), Asked.ALICE));
    }

    @Test
    void shouldTakeTheProposersRejection() {
        assertEffective(reject(openedBy(Asked.ALICE, TWO), Asked.ALICE));
    }

    @Test
    void shouldMakeWhoChangedThePlanItsProposer() {
        Log log = openedBy(Asked.ALICE, TWO);
        Plan changed = Plans.of(Plans.move("move", "red").approvedBy(2));
        log.append(
                Service.DETECTOR,
                new PlanChanged(Log.SHOP, Log.FIRST, changed, 0, "red is better", Asked.by(Asked.BOB, log.now())));

        assertVoid(
                approve(log, Asked.BOB), "bob opened the incident: under the two-person rule somebody else approves");
        assertEffective(approve(log, Asked.ALICE));
    }

    @Test
    void shouldVoidAnApprovalWhenItIsOfAnotherPlan() {
        Log log = Log.with(ONE);
        String other = StepHash.of(TWO, TWO.steps().get(0));

        assertVoid(
                log.append(Service.DETECTOR, approval(log, Asked.ALICE, true, other)),
                "what alice saw of the step has changed since");
    }

    @Test
    void shouldVoidAnApprovalWhenItIsAppendedAfterItExpired() {
        Log log = Log.with(ONE);
        ApprovalGiven late = approval(log, Asked.ALICE, true, hash(log));

        Ruling ruling = log.after(Duration.ofSeconds(30).plusMillis(1)).append(Service.DETECTOR, late);

        assertVoid(ruling, "it expired at 2026-03-01T08:00:30Z");
    }

    @Test
    void shouldTakeAnApprovalWhenItIsAppendedAtItsLastMoment() {
        Log log = Log.with(ONE);
        ApprovalGiven punctual = approval(log, Asked.ALICE, true, hash(log));

        assertEffective(log.after(Duration.ofSeconds(30)).append(Service.DETECTOR, punctual));
    }

    @Test
    void shouldVoidAnApprovalWhenAnotherServiceWroteIt() {
        Log log = Log.with(ONE);

        assertVoid(
                log.append(Service.FAILOVER, approval(log, Asked.ALICE, true, hash(log))),
                "written by failover, expected detector");
    }

    @Test
    void shouldVoidAnApprovalWhenTheStepHasEnded() {
        Log log = Log.with(ONE);
        log.skip("move");

        assertVoid(approve(log, Asked.ALICE), "the step has ended");
    }

    @Test
    void shouldVoidAnApprovalWhenItsCommandWasObeyed() {
        Log log = Log.with(TWO);
        SignedCommand command = Asked.by(Asked.BOB, log.now());
        log.append(
                Service.DETECTOR,
                new io.lifeboat.events.incident.CommandRefused(Log.SHOP, Log.FIRST, command, "wrong role"));

        Ruling ruling = log.append(
                Service.DETECTOR,
                new ApprovalGiven(
                        Log.SHOP, Log.FIRST, new StepId("move"), Asked.BOB, true, hash(log), log.now(), command));

        assertVoid(
                ruling,
                "command %s has had its effect already"
                        .formatted(Commands.read(command).orElseThrow().id()));
    }

    @Test
    void shouldVoidAnApprovalWhenThereIsNoSuchStep() {
        Log log = Log.with(ONE);
        assertVoid(approveStep(log, Log.SECOND, "move"), "no open incident INC-2026-03-01-002 has a step 'move'");
        assertVoid(approveStep(log, Log.FIRST, "nothing"), "no open incident INC-2026-03-01-001 has a step 'nothing'");
    }

    private static Ruling approveStep(Log log, IncidentId incident, String step) {
        return log.append(
                Service.DETECTOR,
                new ApprovalGiven(
                        Log.SHOP,
                        incident,
                        new StepId(step),
                        Asked.ALICE,
                        true,
                        hash(log),
                        log.now(),
                        Asked.by(Asked.ALICE, log.now())));
    }

    @Test
    void shouldSkipTheStepWhenItIsRejected() {
        Log log = Log.with(Plans.of(Plans.move().approvedBy(1), Plans.verify().needs(Need.succeeded("move"))));

        assertEffective(reject(log, Asked.BOB));

        assertThat(log.state("move")).isEqualTo(new StepState.Skipped("rejected by bob", log.now()));
        assertThat(log.state("verify")).isInstanceOf(StepState.Skipped.class);
    }

    @Test
    void shouldCountAnApprovalWhenTheStepStillWaitsForOthers() {
        Log log = Log.with(Plans.of(Plans.move().needs(Need.succeeded("assess")).approvedBy(1), Plans.assess()));

        assertEffective(approve(log, Asked.ALICE));
        assertThat(log.state("move")).isEqualTo(new StepState.Pending());
        log.done("assess");

        assertThat(log.state("move")).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void shouldNameDifferentThingsByDifferentHashes() {
        assertThat(StepHash.of(ONE, ONE.steps().get(0)))
                .hasSize(64)
                .isEqualTo(StepHash.of(ONE, ONE.steps().get(0)));
        assertThat(StepHash.of(ONE, ONE.steps().get(0)))
                .isNotEqualTo(StepHash.of(TWO, TWO.steps().get(0)));
        Plan both = Plans.of(Plans.move(), Plans.assess());
        assertThat(StepHash.of(both, both.steps().get(0)))
                .isNotEqualTo(StepHash.of(both, both.steps().get(1)));
    }
}
