package io.lifeboat.workspaces.plan;

import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.workspaces.config.Policies;
import io.lifeboat.workspaces.config.WorkspaceConfig;

/** How many people must approve before traffic moves. */
final class Approvers {
    /** With fewer, what watches may fall together with what it watches. */
    private static final int REGIONS_FOR_AUTOMATIC = 3;

    private Approvers() {}

    /** 0 where Lifeboat may move it by itself. */
    static int ofSwitch(WorkspaceConfig workspace, Scenario scenario) {
        return isAutomatic(workspace, scenario) ? 0 : workspace.policies().approvers();
    }

    private static boolean isAutomatic(WorkspaceConfig workspace, Scenario scenario) {
        Policies policies = workspace.policies();
        boolean switchIs = workspace.traffic().effect() == EffectClass.CAS
                || workspace.traffic().automatic();
        return policies.automatic() && switchIs && scenarioIs(workspace, scenario);
    }

    private static boolean scenarioIs(WorkspaceConfig workspace, Scenario scenario) {
        return switch (scenario) {
            case CLUSTER_FAILURE, NODE_FAILURE, APP_FAILURE -> true;
            case REGION_FAILURE ->
                workspace.policies().regionAutomatic() || regions(workspace) >= REGIONS_FOR_AUTOMATIC;
            case NETWORK_PARTITION -> workspace.policies().partitionAutomatic();
            case DATA_CORRUPTION, SECURITY_BREACH, BACKUP_AT_RISK -> false;
        };
    }

    /** Sites that do not fall together; one of which no region is told stands by itself. */
    private static long regions(WorkspaceConfig workspace) {
        return workspace.sites().stream()
                .map(site -> site.region() == null ? "site " + site.id() : "region " + site.region())
                .distinct()
                .count();
    }
}
