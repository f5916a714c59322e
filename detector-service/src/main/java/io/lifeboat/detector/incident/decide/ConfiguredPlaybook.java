package io.lifeboat.detector.incident.decide;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.incident.Objective;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.incident.Severity;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import io.lifeboat.workspaces.objective.Objectives;
import io.lifeboat.workspaces.plan.DefaultPlans;
import io.lifeboat.workspaces.plan.RestorePlan;
import io.lifeboat.workspaces.plan.RestoreWish;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The playbook of {@code workspaces.yaml}. Immutable. */
public final class ConfiguredPlaybook implements Playbook {
    /** Further than any standby can be behind. */
    private static final String ANY_LAG = Duration.ofDays(36_500).toString();

    private final WorkspaceConfig workspace;

    public ConfiguredPlaybook(WorkspaceConfig workspace) {
        this.workspace = workspace;
    }

    @Override
    public Plan plan(Scenario scenario, SiteId active, Set<SiteId> unfit) {
        List<SiteId> standbys =
                workspace.standbysOf(active).stream().map(Site::id).toList();
        // Where all seem unfit the first is assessed all the same: its step says what is wrong with it.
        SiteId standby = standbys.stream()
                .filter(site -> !unfit.contains(site))
                .findFirst()
                .orElseGet(standbys::getFirst);
        return planTo(scenario, active, standby);
    }

    @Override
    public Plan planTo(Scenario scenario, SiteId active, SiteId standby) {
        return DefaultPlans.planFor(workspace, scenario, active, standby);
    }

    @Override
    public Plan restore(Scenario scenario, SiteId active, Arguments wish) {
        return workspace
                .site(active)
                .map(site -> RestorePlan.of(workspace, scenario, site, RestoreWish.of(wish)))
                .orElseThrow(() -> new IllegalArgumentException("site %s is not configured".formatted(active)));
    }

    @Override
    public boolean mayTakeOver(String site, SiteId active) {
        return workspace.standbysOf(active).stream()
                .anyMatch(standby -> standby.id().value().equals(site));
    }

    @Override
    public Plan despiteLag(Plan plan) {
        return new Plan(
                plan.steps().stream().map(ConfiguredPlaybook::despiteLag).toList(), plan.recoveredWhen());
    }

    private static Step despiteLag(Step step) {
        return step.type().equals(StepCatalogue.ASSESS_STANDBY)
                ? new Step(
                        step.id(),
                        step.type(),
                        step.effect(),
                        step.arguments().with("maxLag", ANY_LAG),
                        step.needs(),
                        step.approval(),
                        step.timeout(),
                        step.claimWithin(),
                        step.retry(),
                        step.onFailure(),
                        step.compensates(),
                        step.mayRunTwice(),
                        step.evenIfAborted())
                : step;
    }

    @Override
    public Severity severity(Scenario scenario) {
        return Objectives.of(workspace, scenario).severity();
    }

    @Override
    public Objective objective(Scenario scenario) {
        return Objectives.of(workspace, scenario).objective();
    }

    @Override
    public Duration coolDown() {
        return workspace.policies().coolDown();
    }
}
