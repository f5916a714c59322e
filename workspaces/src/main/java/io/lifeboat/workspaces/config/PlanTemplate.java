package io.lifeboat.workspaces.config;

import io.lifeboat.events.id.StepId;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import java.util.List;

/**
 * A plan of the file. Its arguments may hold {@code ${active}}, {@code ${standby}}, {@code ${active.value}} and
 * {@code ${standby.value}}.
 */
public record PlanTemplate(List<Step> steps, List<StepId> recoveredWhen) {

    /** @throws IllegalArgumentException naming every problem of the plan */
    public PlanTemplate {
        Plan checked = new Plan(steps, recoveredWhen);
        steps = checked.steps();
        recoveredWhen = checked.recoveredWhen();
    }

    /** Whether it can only be carried out with a standby. */
    public boolean needsStandby() {
        return steps.stream().anyMatch(step -> step.movesTraffic() || mentionsStandby(step));
    }

    private static boolean mentionsStandby(Step step) {
        return step.arguments().values().toString().contains("${standby");
    }
}
