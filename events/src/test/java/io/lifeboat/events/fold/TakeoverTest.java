package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.RulingAssert.assertEffective;
import static io.lifeboat.events.fold.RulingAssert.assertVoid;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.id.Person;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.ApprovalGiven;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.plan.StepBuilder;
import io.lifeboat.events.step.EffectClass;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which claims a successor may take over by a new one. */
class TakeoverTest {
    static Stream<StepBuilder> repeatable() {
        return Stream.of(Plans.assess(), Plans.move(), Plans.verify(), Plans.tell());
    }

    @ParameterizedTest
    @MethodSource("repeatable")
    void shouldTakeOverWhenTheEffectMayMeetItself(StepBuilder builder) {
        Step step = builder.build();
        Log log = Log.with(Plans.of(builder));
        log.claim(step.id().value());
        log.mark(step.spec().owner(), log.newProcess(), 2);

        assertEffective(log.claim(step.id().value()));
    }

    private static Log claimedBareStep() {
        Log log = Log.with(Plans.of(Plans.fence()));
        log.claim("fence");
        return log;
    }

    @Test
    void shouldVoidATakeoverWhenTheEffectIsBare() {
        Log log = claimedBareStep();
        ProcessId dead = log.claimOf("fence").process();
        log.mark(Service.FAILOVER, log.newProcess(), 2);

        assertVoid(log.claim("fence"), "its effect is BARE and may still be under way in " + dead);
    }

    @Test
    void shouldVoidATakeoverWhenABareSwitchIsToBeStopped() {
        Log log = Log.with(Plans.of(Plans.move().effect(EffectClass.BARE)));
        log.claim("move");
        log.skip("move");

        assertThat(log.claimOf("move").stopRequested()).isTrue();
        assertVoid(
                log.claim("move"),
                "its effect is BARE and may still be under way in "
                        + log.claimOf("move").process());
    }

    private static ApprovalGiven approval(Log log, Person person, String hash) {
        return new ApprovalGiven(
                Log.SHOP,
                Log.FIRST,
                new StepId("fence"),
                person,
                true,
                hash,
                log.now().plusSeconds(60),
                Asked.by(person, log.now()));
    }

    private static Ruling allowRerun(Log log, Person person) {
        String hash = StepHash.of(log.incident(), log.incident().plan().steps().get(0));
        return log.append(Service.DETECTOR, approval(log, person, hash));
    }

    @Test
    void shouldTakeABareStepOverWhenAPersonAllowsThatAttempt() {
        Log log = claimedBareStep();

        assertEffective(allowRerun(log, Asked.ALICE));
        assertEffective(log.claim("fence"));
    }

    @Test
    void shouldVoidTheNextTakeoverWhenAPersonAllowedOnlyTheOneBefore() {
        Log log = claimedBareStep();
        allowRerun(log, Asked.ALICE);
        log.claim("fence");

        assertVoid(
                log.claim("fence"),
                "its effect is BARE and may still be under way in "
                        + log.claimOf("fence").process());
    }

    @Test
    void shouldNotAllowARerunWhenTheApprovalWasOfTheStepBeforeItsClaim() {
        Log log = Log.with(Plans.of(Plans.fence().approvedBy(1)));
        String before =
                StepHash.of(log.incident(), log.incident().plan().steps().get(0));
        log.append(Service.DETECTOR, approval(log, Asked.ALICE, before));
        log.claim("fence");

        Ruling late = log.append(Service.DETECTOR, approval(log, Asked.BOB, before));

        assertVoid(late, "what bob saw of the step has changed since");
        assertThat(log.status("fence").rerunAllowed()).isZero();
    }

    @Test
    void shouldLetWhoApprovedAtFirstAlsoAllowTheRerun() {
        Log log = Log.with(Plans.of(Plans.fence().approvedBy(1)));
        allowRerun(log, Asked.ALICE);
        log.claim("fence");

        assertEffective(allowRerun(log, Asked.ALICE));
        assertThat(log.status("fence").rerunAllowed()).isEqualTo(1);
    }

    @Test
    void shouldVoidTheSecondPermissionWhenTheAttemptMayRunAgainAlready() {
        Log log = claimedBareStep();
        allowRerun(log, Asked.ALICE);

        assertVoid(allowRerun(log, Asked.BOB), "bob has approved already");
    }

    @Test
    void shouldVoidARejectionWhenTheStepIsUnderWay() {
        Log log = claimedBareStep();
        String hash = StepHash.of(log.incident(), log.incident().plan().steps().get(0));
        ApprovalGiven no = new ApprovalGiven(
                Log.SHOP,
                Log.FIRST,
                new StepId("fence"),
                Asked.ALICE,
                false,
                hash,
                log.now().plusSeconds(60),
                Asked.by(Asked.ALICE, log.now()));

        assertVoid(log.append(Service.DETECTOR, no), "it is under way: only skip or abort stops it");
    }
}
