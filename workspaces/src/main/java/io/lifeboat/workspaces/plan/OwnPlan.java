package io.lifeboat.workspaces.plan;

import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.plan.Approval;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.workspaces.config.PlanTemplate;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workspace's own plan, with the sites filled in. Its traffic moves by itself only where the default plan's would. */
final class OwnPlan {
    private OwnPlan() {}

    static Plan of(
            WorkspaceConfig workspace, Scenario scenario, PlanTemplate own, Site active, Optional<Site> standby) {
        if (standby.isEmpty() && own.needsStandby()) {
            return PersonPlan.of(scenario, "no standby could take over");
        }
        int approvers = Approvers.ofSwitch(workspace, scenario);
        List<Step> steps = own.filled(placeholders(active, standby)).stream()
                .map(step -> step.movesTraffic() ? approvedBy(step, approvers) : step)
                .toList();
        return new Plan(steps, own.recoveredWhen());
    }

    private static Map<String, String> placeholders(Site active, Optional<Site> standby) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("active", active.id().value());
        values.put("active.value", active.value());
        standby.ifPresent(site -> {
            values.put("standby", site.id().value());
            values.put("standby.value", site.value());
        });
        return values;
    }

    private static Step approvedBy(Step step, int least) {
        int persons = Math.max(least, step.approval().persons());
        return new Step(
                step.id(),
                step.type(),
                step.effect(),
                step.arguments(),
                step.needs(),
                new Approval(persons),
                step.timeout(),
                step.claimWithin(),
                step.retry(),
                step.onFailure(),
                step.compensates(),
                step.mayRunTwice(),
                step.evenIfAborted());
    }
}
