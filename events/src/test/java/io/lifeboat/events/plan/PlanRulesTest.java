package io.lifeboat.events.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.StepType;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.events.step.StepCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanRulesTest {
    private static StepBuilder assess(String id) {
        return Step.of(id, StepCatalogue.ASSESS_STANDBY).argument("site", "green");
    }

    private static StepBuilder move() {
        return Step.of("move", StepCatalogue.SWITCH_TRAFFIC)
                .effect(EffectClass.CAS)
                .argument("site", "green")
                .argument("switch", "edge")
                .argument("value", "green:6333");
    }

    private static StepBuilder tell() {
        return Step.of("tell", StepCatalogue.NOTIFY).argument("phase", "first");
    }

    private static void assertRefused(String problem, StepBuilder... steps) {
        assertThatThrownBy(
                        () -> new Plan(Stream.of(steps).map(StepBuilder::build).toList(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("plan: " + problem);
    }

    private static Plan accepted(StepBuilder... steps) {
        return new Plan(Stream.of(steps).map(StepBuilder::build).toList(), List.of());
    }

    @Test
    void shouldRefuseAPlanWhenAStepTypeIsUnknown() {
        Step dance = new Step(
                new StepId("a"),
                new StepType("dance"),
                EffectClass.READ,
                Arguments.none(),
                List.of(),
                Approval.NONE,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Retry.NONE,
                OnFailure.ESCALATE,
                null,
                false,
                false);

        assertThatThrownBy(() -> new Plan(List.of(dance), List.of()))
                .hasMessage(
                        "plan: step 'a' has unknown type 'dance', expected one of [notify, escalate, assess-standby,"
                                + " fence-site, switch-traffic, verify-failover, report, exec, choose-backup,"
                                + " provision, restore-collections, verify-recovery, cut-over]");
    }

    @Test
    void shouldRefuseAPlanWhenItHasNoStepOrTooMany() {
        StepBuilder[] most =
                IntStream.rangeClosed(1, 64).mapToObj(i -> assess("s" + i)).toArray(StepBuilder[]::new);
        StepBuilder[] more =
                IntStream.rangeClosed(1, 65).mapToObj(i -> assess("s" + i)).toArray(StepBuilder[]::new);

        assertThat(accepted(most).steps()).hasSize(64);
        assertRefused("65 steps, expected 1 to 64 steps", more);
        assertRefused("0 steps, expected 1 to 64 steps");
    }

    @Test
    void shouldRefuseAPlanWhenAStepStandsTwice() {
        assertRefused("step 'a' stands twice, expected each id once", assess("a"), assess("a"));
    }

    @Test
    void shouldRefuseAPlanWhenStepsNeedEachOther() {
        assertRefused(
                "steps need each other in a cycle: [a, b, c, a], expected no cycle",
                assess("a").needs(Need.succeeded("b")),
                assess("b").needs(Need.failed("c")),
                assess("c").needs(Need.ended("a")));
        assertRefused(
                "steps need each other in a cycle: [a, a], expected no cycle",
                assess("a").needs(Need.succeeded("a")));
    }

    @Test
    void shouldRefuseAPlanWhenAStepWaitsForWhatUndoesIt() {
        assertRefused(
                "steps need each other in a cycle: [a, b, a], expected no cycle",
                assess("a").needs(Need.succeeded("b")),
                assess("b").compensates("a"));
    }

    @Test
    void shouldTakeAPlanWhenTwoStepsNeedOne() {
        accepted(
                assess("a"),
                assess("b").needs(Need.succeeded("a")),
                assess("c").needs(Need.succeeded("a")),
                assess("d").needs(Need.succeeded("b"), Need.succeeded("c")));
    }

    @Test
    void shouldRefuseAPlanWhenItRefersToNothing() {
        assertRefused("step 'a' needs 'b', expected one of [a]", assess("a").needs(Need.succeeded("b")));
        assertRefused(
                "step 'a' compensates 'b', expected one of [a]", assess("a").compensates("b"));
        assertThatThrownBy(() -> new Plan(List.of(assess("a").build()), List.of(new StepId("b"))))
                .hasMessage("plan: recoveredWhen 'b', expected one of [a]");
    }

    @Test
    void shouldRefuseAPlanWhenAnArgumentIsMissingWrongOrUnknown() {
        assertRefused(
                "step 'a': argument 'site' is missing, expected a text", Step.of("a", StepCatalogue.ASSESS_STANDBY));
        assertRefused(
                "step 'a': argument 'site' is a number, expected a text",
                assess("a").argument("site", 7));
        assertRefused(
                "step 'a' has unknown argument 'tea', expected one of [site, maxLag]",
                assess("a").argument("tea", "green"));
        assertRefused(
                "step 'a': argument 'command' is a text, expected a list",
                Step.of("a", StepCatalogue.EXEC).argument("command", "ls"));
    }

    @Test
    void shouldTellUnknownArgumentsInOrder() {
        assertRefused(
                "step 'a' has unknown argument 'b', expected one of [site, maxLag]; step 'a' has unknown argument 'x', expected"
                        + " one of [site, maxLag]; step 'a' has unknown argument 'z', expected one of [site, maxLag]",
                assess("a").argument("z", 1).argument("b", 1).argument("x", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Green", "not a site", "-green"})
    void shouldRefuseAPlanWhenASiteIsNone(String site) {
        assertRefused(
                "step 'move': argument 'site' is '%s', expected a site's name".formatted(site),
                move().argument("site", site));
    }

    @Test
    void shouldRefuseAPlanWhenAnEffectIsNotTheTypes() {
        assertRefused(
                "step 'a' declares effect BARE, expected one of [READ]",
                assess("a").effect(EffectClass.BARE));
        assertRefused(
                "step 'move' declares effect KEYED, expected one of [CAS, BARE]", move().effect(EffectClass.KEYED));
    }

    @Test
    void shouldRefuseAPlanWhenAStepMayRunTwiceThatIsNotBare() {
        assertRefused("step 'move' says may-run-twice, expected that of BARE steps only", move().mayRunTwice());
        accepted(move().effect(EffectClass.BARE).mayRunTwice());
    }

    @Test
    void shouldRefuseAPlanWhenRecoveryWaitsForANotice() {
        assertRefused(
                "step 'a' needs the notice 'tell' to have succeeded, expected no step to depend on a notice",
                tell(),
                assess("a").needs(Need.succeeded("tell")));
        assertRefused(
                "step 'a' needs the notice 'call' to have failed, expected no step to depend on a notice",
                Step.of("call", StepCatalogue.ESCALATE).argument("reason", "help"),
                assess("a").needs(Need.failed("call")));
        accepted(tell(), assess("a").needs(Need.ended("tell")));
    }

    @Test
    void shouldTakeAPlanWhenANoticeWaitsForANotice() {
        accepted(
                tell(),
                Step.of("again", StepCatalogue.NOTIFY)
                        .argument("phase", "update")
                        .needs(Need.succeeded("tell")));
    }

    @Test
    void shouldRefuseAPlanWhenSomethingMovesOrIsUndoneAfterAnAbort() {
        String rest = "runs even if aborted, expected that of steps that move nothing and undo nothing";
        assertRefused("step 'move' " + rest, move().evenIfAborted());
        assertRefused(
                "step 'a' " + rest, assess("a").evenIfAborted(), assess("b").compensates("a"));
        assertRefused(
                "step 'b' " + rest, assess("a"), assess("b").compensates("a").evenIfAborted());
    }

    @Test
    void shouldTellAllProblemsAtOnce() {
        assertRefused(
                "step 'a' stands twice, expected each id once; step 'a' needs 'b', expected one of [a]; "
                        + "step 'a': argument 'site' is missing, expected a text",
                assess("a").needs(Need.succeeded("b")),
                Step.of("a", StepCatalogue.ASSESS_STANDBY));
    }

    @Test
    void shouldKnowWhetherAPlanMovesAndWhetherByItself() {
        assertThat(accepted(assess("a")).isMoving()).isFalse();
        assertThat(accepted(move()).isMoving()).isTrue();
        assertThat(accepted(move()).isMovingTrafficByItself()).isTrue();
        assertThat(accepted(move().approvedBy(1)).isMovingTrafficByItself()).isFalse();
    }

    @Test
    void shouldChooseTheOnlyEffectButNotOneOfTwo() {
        assertThat(assess("a").build().effect()).isEqualTo(EffectClass.READ);
        assertThatThrownBy(() -> Step.of("m", StepCatalogue.SWITCH_TRAFFIC).build())
                .hasMessage("step.effect: expected one of [CAS, BARE] for switch-traffic");
    }
}
