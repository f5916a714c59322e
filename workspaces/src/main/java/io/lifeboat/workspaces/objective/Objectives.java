package io.lifeboat.workspaces.objective;

import io.lifeboat.events.incident.Objective;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.incident.Severity;
import io.lifeboat.workspaces.config.BadValue;
import io.lifeboat.workspaces.config.Durations;
import io.lifeboat.workspaces.config.ObjectiveOverride;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The tables of objectives, and what a workspace says otherwise. */
public final class Objectives {
    private Objectives() {}

    /** The row of a scenario, as the workspace wants it. */
    public static ScenarioObjective of(WorkspaceConfig workspace, Scenario scenario) {
        ObjectiveOverride override = workspace.objectives().get(scenario);
        return override == null ? of(scenario) : merge(scenario, override);
    }

    /** The row of a scenario in the tables. Partition and endangered backups stand in no table: they take the row nearest to them. */
    public static ScenarioObjective of(Scenario scenario) {
        return switch (scenario) {
            case NODE_FAILURE -> row(Severity.P1, minutes(5), minutes(15), Automation.YES);
            case APP_FAILURE -> row(Severity.P2, minutes(2), minutes(5), Automation.YES);
            case CLUSTER_FAILURE -> row(Severity.P0, minutes(15), minutes(30), Automation.FAILOVER_ONLY);
            case REGION_FAILURE -> row(Severity.P0, minutes(30), minutes(60), Automation.YES);
            case DATA_CORRUPTION -> row(Severity.P0, minutes(30), minutes(120), Automation.AFTER_APPROVAL);
            case NETWORK_PARTITION -> row(Severity.P1, minutes(15), minutes(30), Automation.AFTER_APPROVAL);
            case SECURITY_BREACH -> row(Severity.P0, minutes(60), minutes(240), Automation.AFTER_APPROVAL);
            case BACKUP_AT_RISK -> row(Severity.P2, minutes(240), minutes(1440), Automation.AFTER_APPROVAL);
        };
    }

    /** @throws BadValue if a target would be above its maximum */
    public static ScenarioObjective merge(Scenario scenario, ObjectiveOverride override) {
        ScenarioObjective table = of(scenario);
        Objective otherwise = table.objective();
        Duration rtoTarget = or(override.rtoTarget(), otherwise.rtoTarget());
        Duration rtoMax = or(override.rtoMax(), otherwise.rtoMax());
        Duration rpoTarget = or(override.rpoTarget(), otherwise.rpoTarget());
        Duration rpoMax = or(override.rpoMax(), otherwise.rpoMax());
        requireOrder("rto", rtoTarget, rtoMax);
        requireOrder("rpo", rpoTarget, rpoMax);
        Severity severity = override.severity() == null ? table.severity() : override.severity();
        return new ScenarioObjective(severity, new Objective(rtoTarget, rtoMax, rpoTarget, rpoMax), table.automation());
    }

    private static void requireOrder(String which, Duration target, Duration max) {
        if (max.compareTo(target) < 0) {
            throw new BadValue(
                    which + "Target", Durations.text(target), "at most " + which + "Max (" + Durations.text(max) + ")");
        }
    }

    private static ScenarioObjective row(Severity severity, Duration target, Duration max, Automation automation) {
        ProtectedData data = ProtectedData.COLLECTIONS;
        return new ScenarioObjective(severity, new Objective(target, max, data.rpoTarget(), data.rpoMax()), automation);
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static Duration or(@Nullable Duration value, Duration otherwise) {
        return value == null ? otherwise : value;
    }
}
