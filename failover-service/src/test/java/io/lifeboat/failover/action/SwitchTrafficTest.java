package io.lifeboat.failover.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.incident.StepEnded.Verdict;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.failover.Configs;
import io.lifeboat.failover.PlannedSteps;
import io.lifeboat.failover.Story;
import io.lifeboat.failover.http.HttpCalls;
import io.lifeboat.failover.traffic.SwitchKinds;
import io.lifeboat.failover.traffic.Switches;
import io.lifeboat.lab.edge.Edge;
import io.lifeboat.lab.edge.EdgeConfig;
import io.lifeboat.lab.edge.Target;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.saga.traffic.Reading;
import io.lifeboat.saga.traffic.TrafficSwitch;
import io.lifeboat.workspaces.config.LifeboatConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchTrafficTest {
    private static final String BLUE = "127.0.0.1:6333";
    private static final String GREEN = "127.0.0.1:6343";

    @TempDir
    private Path directory;

    private final HttpCalls calls = new HttpCalls();
    private Edge edge;
    private TrafficSwitch target;
    private SwitchTraffic action;

    @BeforeEach
    void start() throws Exception {
        edge = Edge.start(EdgeConfig.of(directory, Target.parse(BLUE)));
        LifeboatConfig config =
                Configs.shop(directory, "{switch: edge, admin: \"http://127.0.0.1:%d\"}".formatted(edge.adminPort()));
        Switches switches = SwitchKinds.edge(config, calls);
        target = switches.of(Story.SHOP).orElseThrow();
        action = new SwitchTraffic(config, switches);
    }

    @AfterEach
    void close() {
        edge.close();
        calls.close();
    }

    private static Story assessed(Verdict verdict, Step... more) {
        Step[] steps = new Step[more.length + 1];
        steps[0] = PlannedSteps.assess("green");
        System.arraycopy(more, 0, steps, 1, more.length);
        return new Story().blueIsActive().opened(true, steps).ended("assess", verdict);
    }

    @Test
    void shouldMoveTrafficUnderEpochAndClaimWhenTheStandbyWasFoundFit() throws Exception {
        StepContext claim =
                assessed(Verdict.SUCCEEDED, PlannedSteps.moveToGreen()).claim("move");

        StepOutcome outcome = action.run(claim);

        assertThat(outcome).isInstanceOf(StepOutcome.Done.class);
        assertThat(target.read()).isEqualTo(new Reading(GREEN, claim.claim().epoch(), claim.key()));
    }

    @Test
    void shouldLeaveTrafficWhenTheStandbyWasFoundUnfit() throws Exception {
        StepContext claim = assessed(Verdict.FAILED, PlannedSteps.moveToGreen()).claim("move");

        StepOutcome outcome = action.run(claim);

        assertThat(outcome).isInstanceOf(StepOutcome.Failed.class);
        assertThat(outcome.why()).contains("green was not found fit in this incident");
        assertThat(target.read()).isEqualTo(new Reading(BLUE, 0, ""));
    }

    @Test
    void shouldLeaveTrafficWhenAnotherSiteWasAssessed() throws Exception {
        Story story = new Story()
                .blueIsActive()
                .opened(true, PlannedSteps.assess("blue"), PlannedSteps.moveToGreen())
                .ended("assess", Verdict.SUCCEEDED);

        StepOutcome outcome = action.run(story.claim("move"));

        assertThat(outcome).isInstanceOf(StepOutcome.Failed.class);
        assertThat(target.read().value()).isEqualTo(BLUE);
    }

    @ParameterizedTest
    @CsvSource({
        "edge, green, 10.0.0.1:6343, is not that of site green",
        "edge, red,   127.0.0.1:6343, red is no site of workspace shop",
        "exec, green, 127.0.0.1:6343, the plan wants switch 'exec'"
    })
    void shouldLeaveTrafficWhenThePlanIsNotTheWorkspaces(String kind, String site, String value, String why)
            throws Exception {
        Step step = PlannedSteps.move(EffectClass.CAS, kind, site, value).build();

        StepOutcome outcome = action.run(assessed(Verdict.SUCCEEDED, step).claim("move"));

        assertThat(outcome).isInstanceOf(StepOutcome.Failed.class);
        assertThat(outcome.why()).contains(why);
        assertThat(target.read().value()).isEqualTo(BLUE);
    }

    @Test
    void shouldReportAConflictAndLeaveTrafficWhenTheEdgeCarriesAHigherEpoch() throws Exception {
        Reading higher = new Reading(BLUE, 9, "somebody");
        assertThat(target.compareAndSet(target.read(), higher)).isTrue();

        StepOutcome outcome = action.run(
                assessed(Verdict.SUCCEEDED, PlannedSteps.moveToGreen()).claim("move"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        StepOutcome.Conflict.class,
                        conflict -> assertThat(conflict.epoch()).isEqualTo(9));
        assertThat(target.read()).isEqualTo(higher);
    }

    @Test
    void shouldKeepALateRequestFromLandingWhenTheClaimWasSealed() throws Exception {
        StepContext claim =
                assessed(Verdict.SUCCEEDED, PlannedSteps.moveToGreen()).claim("move");

        StepOutcome sealed = action.seal(claim);

        assertThat(sealed).isInstanceOf(StepOutcome.Retry.class);
        Reading late = new Reading(GREEN, claim.claim().epoch(), claim.key());
        assertThat(target.compareAndSet(new Reading(BLUE, 0, ""), late)).isFalse();
        assertThat(action.run(claim)).isInstanceOf(StepOutcome.Retry.class);
        assertThat(target.read().value()).isEqualTo(BLUE);
    }

    @Test
    void shouldSayThatItIsUnsealedWhenTheEdgeIsAway() throws Exception {
        StepContext claim =
                assessed(Verdict.SUCCEEDED, PlannedSteps.moveToGreen()).claim("move");
        edge.close();

        assertThat(action.seal(claim)).isInstanceOf(StepOutcome.Unsealed.class);
        assertThat(action.run(claim)).isInstanceOf(StepOutcome.Unsealed.class);
    }
}
