package io.lifeboat.workspaces.plan;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.workspaces.config.PlanTemplate;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The plan of an incident: the workspace's own one for that scenario, or the default. Pure. */
public final class DefaultPlans {
    /** No plan has more steps (a rule of every plan). */
    private static final int MOST_STEPS = 64;

    private DefaultPlans() {}

    /**
     * The plan to open an incident with.
     *
     * @param active by the log
     * @param standby where traffic would go; absent if no site could take over: then nothing moves, and a person is told
     * @throws IllegalArgumentException if a site is not the workspace's, or both are the same one
     */
    public static Plan planFor(WorkspaceConfig workspace, Scenario scenario, SiteId active, @Nullable SiteId standby) {
        Site from = site(workspace, "active", active);
        Optional<Site> to = Optional.ofNullable(standby).map(id -> site(workspace, "standby", id));
        if (to.filter(from::equals).isPresent()) {
            throw new IllegalArgumentException("standby: expected another site than the active one, got " + standby);
        }
        PlanTemplate own = workspace.plans().get(scenario);
        if (own != null) {
            return OwnPlan.of(workspace, scenario, own, from, to);
        }
        return movesTraffic(scenario)
                ? failOver(workspace, scenario, from, to)
                : PersonPlan.of(scenario, "Lifeboat has no steps of its own for it yet");
    }

    /** The plan with the {@code n}th 15-minute update, a step like any other. Without change if it is there or does not fit. */
    public static Plan withUpdate(Plan plan, int n) {
        Step update = Notices.update(n);
        if (!hasRoom(plan) || plan.find(update.id()).isPresent()) {
            return plan;
        }
        return new Plan(Stream.concat(plan.steps().stream(), Stream.of(update)).toList(), plan.recoveredWhen());
    }

    /** Whether one more step fits. */
    public static boolean hasRoom(Plan plan) {
        return plan.steps().size() < MOST_STEPS;
    }

    private static Plan failOver(WorkspaceConfig workspace, Scenario scenario, Site from, Optional<Site> to) {
        if (to.isEmpty()) {
            return PersonPlan.of(scenario, "no standby could take over");
        }
        if (scenario == Scenario.REGION_FAILURE
                && from.region() != null
                && from.region().equals(to.get().region())) {
            return PersonPlan.of(scenario, "the standby stands in the same region");
        }
        return FailoverPlan.of(workspace, scenario, from, to.get());
    }

    private static boolean movesTraffic(Scenario scenario) {
        return switch (scenario) {
            case CLUSTER_FAILURE, REGION_FAILURE, NETWORK_PARTITION -> true;
            case NODE_FAILURE, APP_FAILURE, DATA_CORRUPTION, SECURITY_BREACH, BACKUP_AT_RISK -> false;
        };
    }

    private static Site site(WorkspaceConfig workspace, String what, SiteId id) {
        return workspace
                .site(id)
                .orElseThrow(() -> new IllegalArgumentException("%s: expected one of %s, got '%s'"
                        .formatted(
                                what, workspace.sites().stream().map(Site::id).toList(), id)));
    }
}
