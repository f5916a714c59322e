package io.lifeboat.workspaces.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.plan.Approval;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.OnFailure;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.workspaces.Samples;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefaultPlansTest {
    private static final SiteId BLUE = new SiteId("blue");
    private static final SiteId GREEN = new SiteId("green");
    private static final String EDGE = "{switch: edge, admin: \"http://127.0.0.1:8081\"}";

    @Test
    void shouldFenceOnlyOnceTheStandbyIsFitWhenItFailsOver() {
        Plan plan = plan(Samples.workspace(), Scenario.CLUSTER_FAILURE);

        assertThat(step(plan, "fence-old").needs()).containsExactly(Need.succeeded("assess-standby"));
        assertThat(step(plan, "switch-traffic").needs())
                .containsExactly(Need.succeeded("assess-standby"), Need.ended("fence-old"));
        assertThat(step(plan, "fence-old").onFailure()).isEqualTo(OnFailure.CONTINUE);
    }

    @Test
    void shouldSwitchOnlyToAFencedEndWhenTheFenceIsRequired() {
        Plan plan = plan(Samples.workspace("    policies: {fenceRequired: true}"), Scenario.CLUSTER_FAILURE);

        assertThat(step(plan, "switch-traffic").needs()).contains(Need.succeeded("fence-old"));
        assertThat(step(plan, "fence-old").onFailure()).isEqualTo(OnFailure.BRANCH);
        assertThat(step(plan, "escalate-unfenced").needs()).containsExactly(Need.failed("fence-old"));
    }

    @Test
    void shouldTellTheFenceToTheStepOnlyWhenTheSiteHasOne() {
        Plan fenced = plan(Samples.workspace(), Scenario.CLUSTER_FAILURE);
        Plan unfenced = DefaultPlans.planFor(Samples.workspace(), Scenario.CLUSTER_FAILURE, GREEN, BLUE);

        assertThat(step(fenced, "fence-old").arguments().text("fence")).contains("http");
        assertThat(step(unfenced, "fence-old").arguments().text("fence")).isEmpty();
        assertThat(step(unfenced, "fence-old").arguments().text("site")).contains("green");
    }

    @Test
    void shouldMoveTrafficByItselfWhenAClusterFailsBehindAnEdge() {
        Plan plan = plan(Samples.workspace(), Scenario.CLUSTER_FAILURE);

        assertThat(step(plan, "switch-traffic").effect()).isEqualTo(EffectClass.CAS);
        assertThat(plan.isMovingTrafficByItself()).isTrue();
        assertThat(step(plan, "fence-old").approval()).isEqualTo(Approval.NONE);
        assertThat(plan.recoveredWhen()).containsExactly(new StepId("verify-failover"));
    }

    @Test
    void shouldAskAPersonWhenThePolicySaysSo() {
        assertApproved(plan(Samples.workspace("    policies: {automatic: false}"), Scenario.CLUSTER_FAILURE), 1);
    }

    @Test
    void shouldAskTwoPeopleWhenTheTwoPersonRuleHolds() {
        WorkspaceConfig strict = Samples.workspace("    policies: {automatic: false, twoPersons: true}");

        assertApproved(plan(strict, Scenario.CLUSTER_FAILURE), 2);
    }

    @Test
    void shouldAskAPersonWhenABareSwitchHasNotOptedIn() {
        WorkspaceConfig bare = Samples.replaced(EDGE, "{switch: exec, set: [a], get: [b]}");
        WorkspaceConfig optedIn = Samples.replaced(EDGE, "{switch: exec, set: [a], get: [b], automatic: true}");

        assertApproved(plan(bare, Scenario.CLUSTER_FAILURE), 1);
        Plan automatic = plan(optedIn, Scenario.CLUSTER_FAILURE);
        assertThat(automatic.isMovingTrafficByItself()).isTrue();
        assertThat(step(automatic, "switch-traffic").effect()).isEqualTo(EffectClass.BARE);
        assertThat(step(automatic, "switch-traffic").mayRunTwice()).isFalse();
    }

    @Test
    void shouldAskAPersonWhenARegionFailsAndThereAreOnlyTwo() {
        assertApproved(plan(Samples.workspace(), Scenario.REGION_FAILURE), 1);
        WorkspaceConfig allowed = Samples.workspace("    policies: {regionAutomatic: true}");
        assertThat(plan(allowed, Scenario.REGION_FAILURE).isMovingTrafficByItself())
                .isTrue();
    }

    @Test
    void shouldMoveByItselfWhenARegionFailsAndTwoOthersAreLeft() {
        String third = "      - {id: red, region: %s, value: \"127.0.0.1:6353\", nodes: [\"http://127.0.0.1:6353\"]}";

        assertThat(plan(Samples.workspace(third.formatted("us-1")), Scenario.REGION_FAILURE)
                        .isMovingTrafficByItself())
                .isTrue();
        assertApproved(plan(Samples.workspace(third.formatted("eu-2")), Scenario.REGION_FAILURE), 1);
    }

    @Test
    void shouldMoveNothingWhenTheStandbyFallsWithTheRegion() {
        WorkspaceConfig oneRegion = Samples.replaced("region: eu-2", "region: eu-1");

        assertThat(plan(oneRegion, Scenario.REGION_FAILURE).isMoving()).isFalse();
        assertThat(plan(oneRegion, Scenario.CLUSTER_FAILURE).isMoving()).isTrue();
    }

    @Test
    void shouldAskAPersonWhenTheNetworkIsPartitioned() {
        assertApproved(plan(Samples.workspace(), Scenario.NETWORK_PARTITION), 1);
        WorkspaceConfig allowed = Samples.workspace("    policies: {partitionAutomatic: true}");
        assertThat(plan(allowed, Scenario.NETWORK_PARTITION).isMovingTrafficByItself())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void shouldMoveNothingWhenThereIsNoStandby(Scenario scenario) {
        Plan plan = DefaultPlans.planFor(Samples.workspace(), scenario, BLUE, null);

        assertNeedsAPerson(plan);
    }

    @ParameterizedTest
    @EnumSource(
            value = Scenario.class,
            names = {"NODE_FAILURE", "APP_FAILURE", "DATA_CORRUPTION", "SECURITY_BREACH", "BACKUP_AT_RISK"})
    void shouldOnlyTellPeopleWhenAScenarioHasNoStepsOfItsOwn(Scenario scenario) {
        assertNeedsAPerson(plan(Samples.workspace(), scenario));
    }

    @Test
    void shouldRunOnlyTheLastStepsWhenTheIncidentIsAborted() {
        Plan plan = plan(Samples.workspace(), Scenario.CLUSTER_FAILURE);

        assertThat(plan.steps().stream().filter(Step::evenIfAborted))
                .extracting(step -> step.id().value())
                .containsExactly("report", "notify-final");
    }

    @Test
    void shouldRefuseWhenASiteIsNotTheWorkspaces() {
        WorkspaceConfig shop = Samples.workspace();
        SiteId ghost = new SiteId("ghost");

        assertThatThrownBy(() -> DefaultPlans.planFor(shop, Scenario.CLUSTER_FAILURE, ghost, GREEN))
                .hasMessage("active: expected one of [blue, green], got 'ghost'");
        assertThatThrownBy(() -> DefaultPlans.planFor(shop, Scenario.CLUSTER_FAILURE, BLUE, ghost))
                .hasMessage("standby: expected one of [blue, green], got 'ghost'");
        assertThatThrownBy(() -> DefaultPlans.planFor(shop, Scenario.CLUSTER_FAILURE, BLUE, BLUE))
                .hasMessage("standby: expected another site than the active one, got blue");
    }

    @Test
    void shouldAddAnUpdateThatNothingWaitsForWhenItIsDue() {
        Plan plan = plan(Samples.workspace(), Scenario.CLUSTER_FAILURE);

        Plan updated = DefaultPlans.withUpdate(plan, 3);

        assertThat(updated.steps()).startsWith(plan.steps().toArray(Step[]::new));
        Step update = step(updated, "notify-update-3");
        assertThat(update.arguments().text("phase")).contains("update");
        assertThat(update.mayRunTwice()).isTrue();
        assertThat(updated.recoveredWhen()).isEqualTo(plan.recoveredWhen());
        assertThat(DefaultPlans.withUpdate(updated, 3)).isEqualTo(updated);
        assertThatThrownBy(() -> DefaultPlans.withUpdate(plan, 0)).hasMessage("n: expected 1 or more, got 0");
    }

    @Test
    void shouldStopAddingUpdatesWhenThePlanIsFull() {
        Plan start = plan(Samples.workspace(), Scenario.CLUSTER_FAILURE);

        Plan full =
                IntStream.rangeClosed(1, 100).boxed().reduce(start, DefaultPlans::withUpdate, (one, other) -> other);

        assertThat(full.steps()).hasSize(64);
        assertThat(DefaultPlans.hasRoom(full)).isFalse();
        assertThat(DefaultPlans.hasRoom(start)).isTrue();
    }

    private static void assertNeedsAPerson(Plan plan) {
        assertThat(plan.steps()).extracting(step -> step.id().value()).containsExactly("notify-first", "escalate");
        assertThat(plan.recoveredWhen()).isEmpty();
        assertThat(step(plan, "escalate").arguments().required("reason")).endsWith("a person is needed");
    }

    /** Whoever approves the switch approves the fence before it: nothing is taken away unasked. */
    private static void assertApproved(Plan plan, int persons) {
        assertThat(step(plan, "switch-traffic").approval()).isEqualTo(new Approval(persons));
        assertThat(step(plan, "fence-old").approval()).isEqualTo(new Approval(persons));
    }

    private static Plan plan(WorkspaceConfig workspace, Scenario scenario) {
        return DefaultPlans.planFor(workspace, scenario, BLUE, GREEN);
    }

    private static Step step(Plan plan, String id) {
        return plan.find(new StepId(id)).orElseThrow();
    }
}
