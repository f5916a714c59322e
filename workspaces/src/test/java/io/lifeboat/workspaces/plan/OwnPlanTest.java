package io.lifeboat.workspaces.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.plan.Approval;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.workspaces.Samples;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnPlanTest {
    private static final SiteId BLUE = new SiteId("blue");
    private static final SiteId GREEN = new SiteId("green");
    private static final String MOVE = """
                plans:
                  CLUSTER_FAILURE:
                    steps:
                      - {id: run, type: exec, arguments: {site: "${active}", command: [stop, "at ${active.value}", {to: "${standby}"}]}}
                      - {id: move, type: switch-traffic, approval: 1, arguments: {site: "${standby}", switch: edge, value: "${standby.value}"}}
                    recoveredWhen: [move]
            """;
    private static final String LOCAL = """
                plans:
                  APP_FAILURE:
                    steps: [{id: restart, type: exec, arguments: {site: "${active}", command: [restart]}}]
            """;

    @Test
    void shouldFillInTheSitesWhenTheIncidentOpens() {
        Plan plan = DefaultPlans.planFor(Samples.workspace(MOVE), Scenario.CLUSTER_FAILURE, BLUE, GREEN);

        Step run = step(plan, "run");
        assertThat(run.arguments().required("site")).isEqualTo("blue");
        assertThat(run.arguments().texts("command")).containsExactly("stop", "at 127.0.0.1:6333", "{to=green}");
        assertThat(step(plan, "move").arguments().required("site")).isEqualTo("green");
        assertThat(step(plan, "move").arguments().required("value")).isEqualTo("127.0.0.1:6343");
        assertThat(plan.recoveredWhen()).isEqualTo(List.of(new StepId("move")));
    }

    @Test
    void shouldTakeTheSwitchsEffectWhenThePlanNamesNone() {
        Plan plan = DefaultPlans.planFor(Samples.workspace(MOVE), Scenario.CLUSTER_FAILURE, BLUE, GREEN);

        assertThat(step(plan, "move").effect()).isEqualTo(EffectClass.CAS);
    }

    @Test
    void shouldAskAsManyPeopleAsTheDefaultPlanWhenThePolicyIsStricter() {
        WorkspaceConfig strict = Samples.workspace(MOVE + "    policies: {automatic: false, twoPersons: true}\n");

        assertThat(step(DefaultPlans.planFor(strict, Scenario.CLUSTER_FAILURE, BLUE, GREEN), "move")
                        .approval())
                .isEqualTo(new Approval(2));
    }

    @Test
    void shouldAskAsManyPeopleAsItSaysWhenThePolicyIsLessStrict() {
        Plan plan = DefaultPlans.planFor(Samples.workspace(MOVE), Scenario.CLUSTER_FAILURE, BLUE, GREEN);

        assertThat(step(plan, "move").approval()).isEqualTo(new Approval(1));
    }

    @Test
    void shouldTellAPersonWhenItNeedsAStandbyAndThereIsNone() {
        Plan plan = DefaultPlans.planFor(Samples.workspace(MOVE), Scenario.CLUSTER_FAILURE, BLUE, null);

        assertThat(plan.steps()).extracting(step -> step.id().value()).containsExactly("notify-first", "escalate");
    }

    @Test
    void shouldRunWithoutAStandbyWhenItNeedsNone() {
        Plan plan = DefaultPlans.planFor(Samples.workspace(LOCAL), Scenario.APP_FAILURE, BLUE, null);

        assertThat(step(plan, "restart").arguments().required("site")).isEqualTo("blue");
    }

    private static Step step(Plan plan, String id) {
        return plan.find(new StepId(id)).orElseThrow();
    }
}
