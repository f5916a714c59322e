package io.lifeboat.workspaces.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.events.incident.Objective;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.incident.Severity;
import io.lifeboat.workspaces.Samples;
import io.lifeboat.workspaces.config.BadValue;
import io.lifeboat.workspaces.config.ObjectiveOverride;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ObjectivesTest {

    @ParameterizedTest
    @CsvSource({
        "NODE_FAILURE,      P1, PT5M,  PT15M, YES",
        "APP_FAILURE,       P2, PT2M,  PT5M,  YES",
        "CLUSTER_FAILURE,   P0, PT15M, PT30M, FAILOVER_ONLY",
        "REGION_FAILURE,    P0, PT30M, PT1H,  YES",
        "DATA_CORRUPTION,   P0, PT30M, PT2H,  AFTER_APPROVAL",
        "NETWORK_PARTITION, P1, PT15M, PT30M, AFTER_APPROVAL",
        "SECURITY_BREACH,   P0, PT1H,  PT4H,  AFTER_APPROVAL",
        "BACKUP_AT_RISK,    P2, PT4H,  PT24H, AFTER_APPROVAL",
    })
    void shouldFollowTheTableWhenTheWorkspaceSaysNothing(
            Scenario scenario, Severity severity, Duration target, Duration max, Automation automation) {
        ScenarioObjective row = Objectives.of(Samples.workspace(), scenario);

        assertThat(row)
                .isEqualTo(new ScenarioObjective(
                        severity,
                        new Objective(target, max, Duration.ofMinutes(5), Duration.ofMinutes(15)),
                        automation));
    }

    @ParameterizedTest
    @CsvSource({
        "COLLECTIONS,   PT5M,  PT15M, continuous",
        "USER_DATA,     PT15M, PT1H,  every 15 min",
        "CONFIGURATION, PT1H,  PT4H,  hourly",
        "LOGS,          PT24H, PT48H, daily",
    })
    void shouldFollowTheTableWhenDataCanBeLost(ProtectedData data, Duration target, Duration max, String backup) {
        assertThat(data.rpoTarget()).isEqualTo(target);
        assertThat(data.rpoMax()).isEqualTo(max);
        assertThat(data.backup()).isEqualTo(backup);
    }

    @ParameterizedTest
    @CsvSource({
        "P0, 0-15 min,          'all hands, executives',   'total outage, data corruption, breach',           PT15M, PT30M",
        "P1, 15-30 min,         'engineering, management', 'database failure, major component down',          PT30M, PT2H",
        "P2, 30-60 min,         on-call engineer,          'non-critical service down, minor inconsistency',  PT1H,  PT4H",
        "P3, next business day, ticket,                    'alerts, non-critical feature',                    PT24H, PT24H",
    })
    void shouldFollowTheTableWhenASeverityEscalates(
            Severity severity, String response, String people, String examples, Duration within, Duration recovery) {
        Escalation escalation = Escalation.of(severity);

        assertThat(escalation.response()).isEqualTo(response);
        assertThat(escalation.people()).isEqualTo(people);
        assertThat(escalation.examples()).isEqualTo(examples);
        assertThat(severity.response()).isEqualTo(within);
        assertThat(severity.recovery()).isEqualTo(recovery);
    }

    @Test
    void shouldKeepTheRestOfTheRowWhenTheWorkspaceOverridesSomeOfIt() {
        ObjectiveOverride override = new ObjectiveOverride(Severity.P1, null, Duration.ofHours(1), null, null);

        ScenarioObjective row = Objectives.merge(Scenario.CLUSTER_FAILURE, override);

        assertThat(row)
                .isEqualTo(new ScenarioObjective(
                        Severity.P1,
                        new Objective(
                                Duration.ofMinutes(15),
                                Duration.ofHours(1),
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(15)),
                        Automation.FAILOVER_ONLY));
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void shouldTakeTheWorkspacesRowWhenItHasOne(Scenario scenario) {
        WorkspaceConfig own = Samples.workspace(
                "    objectives: {%s: {severity: P3, rtoTarget: 1s, rtoMax: 2s, rpoTarget: 3s, rpoMax: 4s}}"
                        .formatted(scenario));

        ScenarioObjective row = Objectives.of(own, scenario);

        assertThat(row.severity()).isEqualTo(Severity.P3);
        assertThat(row.objective())
                .isEqualTo(new Objective(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4)));
    }

    @Test
    void shouldRefuseWhenATargetIsAboveItsMaximum() {
        ObjectiveOverride rto = new ObjectiveOverride(null, Duration.ofMinutes(31), null, null, null);
        ObjectiveOverride rpo = new ObjectiveOverride(null, null, null, null, Duration.ofMinutes(4));

        assertThatThrownBy(() -> Objectives.merge(Scenario.CLUSTER_FAILURE, rto))
                .isInstanceOf(BadValue.class)
                .hasMessage("rtoTarget: expected at most rtoMax (30m), got 31m");
        assertThatThrownBy(() -> Objectives.merge(Scenario.CLUSTER_FAILURE, rpo))
                .isInstanceOf(BadValue.class)
                .hasMessage("rpoTarget: expected at most rpoMax (4m), got 5m");
    }
}
