package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.RulingAssert.assertEffective;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.incident.StepEnded.Verdict;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.OnFailure;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.StepBuilder;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.events.step.StepCatalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompensationTest {
    private static StepBuilder unfence() {
        return io.lifeboat.events.plan.Step.of("unfence", StepCatalogue.EXEC)
                .argument("command", List.of("unfence"))
                .compensates("fence");
    }

    private static StepBuilder moveBack() {
        return Plans.move("back", "blue").compensates("move");
    }

    private static Plan plan(OnFailure onFailure) {
        return Plans.of(
                Plans.fence(),
                Plans.move().needs(Need.ended("fence")).onFailure(onFailure),
                Plans.verify().needs(Need.succeeded("move")).onFailure(onFailure),
                unfence(),
                moveBack());
    }

    @Test
    void shouldWaitWhenNothingIsToBeUndone() {
        Log log = Log.with(plan(OnFailure.ESCALATE));

        log.done("fence", "move").claim("verify");
        log.end("verify", Verdict.FAILED);

        assertThat(log.incident().undoing()).isFalse();
        assertThat(log.state("unfence")).isEqualTo(new StepState.Pending());
        assertThat(log.state("back")).isEqualTo(new StepState.Pending());
    }

    @Test
    void shouldUndoWhatSucceededWhenAStepFailsThatSaysSo() {
        Log log = Log.with(plan(OnFailure.COMPENSATE));
        log.done("fence").claim("move");

        log.end("move", Verdict.FAILED);

        assertThat(log.incident().undoing()).isTrue();
        assertThat(log.state("unfence")).isInstanceOf(StepState.Ready.class);
        assertThat(log.state("back")).isEqualTo(new StepState.Pending());
    }

    @Test
    void shouldUndoNothingWhenARequestOfTheFailedStepMayStillLand() {
        Log log = Log.with(plan(OnFailure.COMPENSATE));
        log.done("fence").claim("move");

        log.unsealed("move");

        assertThat(log.incident().undoing()).isFalse();
        assertThat(log.state("unfence")).isEqualTo(new StepState.Pending());
    }

    @Test
    void shouldUndoOnceAPersonVouchesForTheFailedStep() {
        Log log = Log.with(plan(OnFailure.COMPENSATE));
        log.done("fence").claim("move");
        log.unsealed("move");

        log.skip("move");

        assertThat(log.incident().undoing()).isTrue();
        assertThat(log.state("unfence")).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void shouldWaitForTheSealWhenAnAbortUndoes() {
        Log log = Log.with(plan(OnFailure.ESCALATE));
        log.done("fence").claim("move");

        log.abort(true);
        assertThat(log.state("unfence")).isEqualTo(new StepState.Pending());
        log.end("move", Verdict.FAILED);

        assertThat(log.state("unfence")).isInstanceOf(StepState.Ready.class);
        assertThat(log.state("back")).isEqualTo(new StepState.Pending());
    }

    @Test
    void shouldMoveTrafficBackWhenTheSealFoundItMoved() {
        Log log = Log.with(plan(OnFailure.ESCALATE));
        log.done("fence").claim("move");
        log.abort(true);

        log.end("move", Verdict.SUCCEEDED);

        assertThat(log.state("back")).isInstanceOf(StepState.Ready.class);
        assertEffective(log.claim("back"));
        log.end("back", Verdict.SUCCEEDED);
        assertThat(log.shop().active()).isEqualTo(new io.lifeboat.events.id.SiteId("blue"));
    }

    @Test
    void shouldSkipCompensationWhenAnAbortDoesNotUndo() {
        Log log = Log.with(plan(OnFailure.ESCALATE));
        log.done("fence");

        log.abort(false);

        assertThat(log.state("unfence")).isInstanceOf(StepState.Skipped.class);
        assertThat(log.shop().lockHolder()).isEmpty();
    }

    @Test
    void shouldKeepTheLockWhenCompensationIsStillToRun() {
        Log log = Log.with(plan(OnFailure.ESCALATE));
        log.done("fence").abort(true);

        assertThat(log.shop().lockHolder()).isPresent();
        log.done("unfence");
        assertThat(log.shop().lockHolder()).isEmpty();
    }

    @Test
    void shouldKeepTheLockWhenCompensationWaitsForApproval() {
        Log log = Log.with(Plans.of(
                Plans.fence(),
                Plans.move().needs(Need.ended("fence")),
                unfence().approvedBy(1)));
        log.done("fence").abort(true);

        assertThat(log.state("unfence")).isInstanceOf(StepState.AwaitingApproval.class);
        assertThat(log.shop().lockHolder()).isPresent();
    }

    @Test
    void shouldKeepTheLockWhenCompensationWaitsForAnotherStep() {
        Log log = Log.with(Plans.of(
                Plans.fence(),
                Plans.move().needs(Need.ended("fence")),
                Plans.tell().evenIfAborted(),
                unfence().needs(Need.ended("tell"))));
        log.done("fence").abort(true);

        assertThat(log.state("unfence")).isEqualTo(new StepState.Pending());
        assertThat(log.shop().lockHolder()).isPresent();
    }

    @Test
    void shouldWaitWhenABareSwitchIsStillClaimed() {
        Log log = Log.with(Plans.of(
                Plans.fence(),
                Plans.move().effect(EffectClass.BARE),
                Plans.assess().onFailure(OnFailure.COMPENSATE),
                unfence()));
        log.done("fence").claim("move");
        log.claim("assess");

        log.end("assess", Verdict.FAILED);
        assertThat(log.state("unfence")).isEqualTo(new StepState.Pending());
        log.end("move", Verdict.SUCCEEDED);

        assertThat(log.state("unfence")).isInstanceOf(StepState.Ready.class);
    }
}
