package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.RulingAssert.assertEffective;
import static io.lifeboat.events.fold.RulingAssert.assertVoid;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.DecisionEvent;
import io.lifeboat.events.incident.IncidentAborted;
import io.lifeboat.events.incident.IncidentAcknowledged;
import io.lifeboat.events.incident.IncidentAdvanced;
import io.lifeboat.events.incident.MaintenanceSet;
import io.lifeboat.events.incident.PlanChanged;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.incident.StepEscalated;
import io.lifeboat.events.incident.StepSkipped;
import io.lifeboat.events.incident.WorkspaceHeld;
import io.lifeboat.events.incident.WorkspaceReleased;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every decision needs the current version as its basis, raises it by one, and comes from the detector. */
class DecisionTest {
    private static final StepId ASSESS = new StepId("assess");

    private final Log log = Log.with(Plans.failover());

    static Stream<Named<LongFunction<DecisionEvent>>> decisions() {
        return Stream.of(
                named("skip", basis -> new StepSkipped(Log.SHOP, Log.FIRST, ASSESS, basis, "no", null)),
                named("escalate", basis -> new StepEscalated(Log.SHOP, Log.FIRST, ASSESS, basis, "late", null)),
                named("abort", basis -> new IncidentAborted(Log.SHOP, Log.FIRST, false, basis, "no", null)),
                named(
                        "advance",
                        basis -> new IncidentAdvanced(Log.SHOP, Log.FIRST, Stage.NEEDS_PERSON, basis, "stuck", null)),
                named(
                        "acknowledge",
                        basis -> new IncidentAcknowledged(Log.SHOP, Log.FIRST, Asked.ALICE, basis, "seen", null)),
                named(
                        "plan",
                        basis ->
                                new PlanChanged(Log.SHOP, Log.FIRST, Plans.of(Plans.assess()), basis, "simpler", null)),
                named("hold", basis -> new WorkspaceHeld(Log.SHOP, basis, "wait", null)),
                named("release", basis -> new WorkspaceReleased(Log.SHOP, basis, "go", null)),
                named(
                        "maintenance",
                        basis -> new MaintenanceSet(
                                Log.SHOP, Log.START, Log.START.plusSeconds(9), basis, "upgrade", null)));
    }

    private static Named<LongFunction<DecisionEvent>> named(String name, LongFunction<DecisionEvent> decision) {
        return Named.of(name, decision);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void shouldCountADecisionWhenItsBasisIsCurrent(LongFunction<DecisionEvent> decision) {
        assertEffective(log.append(Service.DETECTOR, decision.apply(0)));
        assertThat(log.shop().version()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void shouldVoidADecisionWhenAnotherWasMadeSince(LongFunction<DecisionEvent> decision) {
        log.append(Service.DETECTOR, new WorkspaceReleased(Log.SHOP, 0, "go", null));
        Workspace before = log.shop();

        assertVoid(log.append(Service.DETECTOR, decision.apply(0)), "decided on version 0, but 1 is current");
        assertThat(log.shop()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void shouldVoidADecisionWhenItsBasisIsYetToCome(LongFunction<DecisionEvent> decision) {
        assertVoid(log.append(Service.DETECTOR, decision.apply(1)), "decided on version 1, but 0 is current");
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void shouldVoidADecisionWhenAnotherServiceWroteIt(LongFunction<DecisionEvent> decision) {
        assertVoid(log.append(Service.FAILOVER, decision.apply(0)), "written by failover, expected detector");
    }

    @Test
    void shouldVoidADecisionWhenItsCommandHasBeenObeyed() {
        SignedCommand command = Asked.by(Asked.ALICE, log.now());
        log.append(Service.DETECTOR, new WorkspaceHeld(Log.SHOP, 0, "wait", command));

        Ruling ruling = log.append(Service.DETECTOR, new WorkspaceHeld(Log.SHOP, 1, "wait", command));

        assertVoid(
                ruling,
                "command %s has had its effect already"
                        .formatted(Commands.read(command).orElseThrow().id()));
    }

    @Test
    void shouldNotUseACommandUpWhenItsDecisionIsVoid() {
        SignedCommand command = Asked.by(Asked.ALICE, log.now());
        log.append(Service.DETECTOR, new WorkspaceHeld(Log.SHOP, 9, "wait", command));

        assertEffective(log.append(Service.DETECTOR, new WorkspaceHeld(Log.SHOP, 0, "wait", command)));
    }

    @Test
    void shouldVoidADecisionWhenThereIsNoSuchIncidentOrStep() {
        Ruling noIncident = log.append(Service.DETECTOR, new StepSkipped(Log.SHOP, Log.SECOND, ASSESS, 0, "no", null));
        Ruling noStep = log.append(
                Service.DETECTOR, new StepSkipped(Log.SHOP, Log.FIRST, new StepId("nothing"), 0, "no", null));

        assertVoid(noIncident, "incident INC-2026-03-01-002 is not where this could be decided");
        assertVoid(noStep, "incident INC-2026-03-01-001 is not where this could be decided");
        assertThat(log.shop().version()).isZero();
    }

    @Test
    void shouldSkipAtOnceWhenNothingOfTheStepCanLand() {
        assertEffective(log.skip("assess"));

        assertThat(log.state("assess")).isEqualTo(new StepState.Skipped("not wanted", log.now()));
        assertThat(log.state("move"))
                .isEqualTo(new StepState.Skipped("what it needs cannot happen any more", log.now()));
    }

    @Test
    void shouldSkipAtOnceWhenTheClaimedStepMovesNoTraffic() {
        log.claim("assess");

        log.skip("assess");

        assertThat(log.state("assess")).isInstanceOf(StepState.Skipped.class);
    }

    @Test
    void shouldOnlyAskToStopWhenAClaimedStepMovesTraffic() {
        log.done("assess").claim("move");
        StepState.Claimed before = log.claimOf("move");

        assertEffective(log.skip("move"));

        assertThat(log.state("move"))
                .isEqualTo(new StepState.Claimed(
                        before.claim(), before.process(), before.epoch(), before.arguments(), before.since(), true));
    }

    @Test
    void shouldVoidASkipWhenTheStepHasEnded() {
        log.done("assess");

        assertVoid(log.skip("assess"), "incident INC-2026-03-01-001 is not where this could be decided");
    }

    @Test
    void shouldEscalateAStepOnceOnly() {
        StepEscalated first = new StepEscalated(Log.SHOP, Log.FIRST, ASSESS, 0, "late", null);
        StepEscalated second = new StepEscalated(Log.SHOP, Log.FIRST, ASSESS, 1, "late", null);

        assertEffective(log.append(Service.DETECTOR, first));
        assertThat(log.status("assess").escalated()).isTrue();
        assertVoid(
                log.append(Service.DETECTOR, second), "incident INC-2026-03-01-001 is not where this could be decided");
    }

    @Test
    void shouldRememberWhoAcknowledged() {
        log.append(
                Service.DETECTOR,
                new IncidentAcknowledged(
                        Log.SHOP, Log.FIRST, Asked.ALICE, 0, "seen", Asked.by(Asked.ALICE, log.now())));

        assertThat(log.incident().acknowledgedBy()).isEqualTo(Asked.ALICE);
    }
}
