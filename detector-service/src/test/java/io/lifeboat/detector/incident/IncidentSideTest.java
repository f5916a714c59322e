package io.lifeboat.detector.incident;

import static io.lifeboat.detector.incident.Vantages.SHOP;
import static io.lifeboat.detector.incident.Vantages.THREE;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.incident.decide.Timings;
import io.lifeboat.events.incident.WorkspaceHeld;
import io.lifeboat.saga.Decision;
import io.lifeboat.workspaces.config.Brake;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.Policies;
import io.lifeboat.workspaces.config.Vantage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentSideTest {
    private final World world = new World();
    private final LifeboatConfig config = new LifeboatConfig(
            THREE.stream().map(id -> new Vantage(id, List.of(), 0)).toList(),
            Brake.DEFAULT,
            List.of(),
            List.of(World.config(Policies.DEFAULT, List.of())));
    private final DetectorDecider decider =
            new DetectorDecider(Desks.of(config, Timings.DEFAULT, Duration.ofSeconds(5)));

    @Test
    void shouldWantAHoldOfEachWorkspaceWhenTheLogLostItsTail() {
        IncidentSide side = new IncidentSide(
                List.of(SHOP),
                decider,
                () -> {
                    throw unused();
                },
                () -> {
                    throw unused();
                },
                new SimpleMeterRegistry());
        assertThat(decider.decide(world.shop(), world.fleet, Instant.now())).isInstanceOf(Decision.Wait.class);

        side.tailLost();

        assertThat(decider.decide(world.shop(), world.fleet, Instant.now()))
                .isInstanceOfSatisfying(
                        Decision.Append.class,
                        append -> assertThat(append.events()).singleElement().isInstanceOf(WorkspaceHeld.class));
    }

    private static AssertionError unused() {
        return new AssertionError("nothing is to be asked of the participant");
    }
}
