package io.lifeboat.detector.incident;

import static io.lifeboat.detector.incident.Vantages.THREE;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.Event;
import io.lifeboat.events.fleet.IncidentNumbered;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.workspaces.config.Brake;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.Policies;
import io.lifeboat.workspaces.config.Vantage;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningRehearsalTest {
    private final IncidentSettings settings = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(IncidentSettings.class)
            .build()
            .getConfigMapping(IncidentSettings.class);

    private OpeningRehearsal rehearsal(List<WorkspaceConfig> workspaces) {
        List<Vantage> vantages =
                THREE.stream().map(id -> new Vantage(id, List.of(), 0)).toList();
        return new OpeningRehearsal(new LifeboatConfig(vantages, Brake.DEFAULT, List.of(), workspaces), settings);
    }

    @Test
    void shouldGoAllTheWayToAnOpenIncident() {
        WorkspaceConfig shop = World.config(Policies.DEFAULT, List.of());

        List<Event> appended = rehearsal(List.of(shop)).open(shop);

        assertThat(appended).hasAtLeastOneElementOfType(IncidentNumbered.class);
        assertThat(appended)
                .filteredOn(IncidentOpened.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        IncidentOpened.class,
                        opened -> assertThat(opened.scenario()).isEqualTo(Scenario.CLUSTER_FAILURE));
    }

    @Test
    void shouldHaveNothingToPlayWithoutAWorkspace() {
        assertThat(rehearsal(List.of()).rounds()).isZero();
    }
}
