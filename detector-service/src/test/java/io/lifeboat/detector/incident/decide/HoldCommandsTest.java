package io.lifeboat.detector.incident.decide;

import static io.lifeboat.detector.incident.Vantages.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.incident.World;
import io.lifeboat.events.command.Action;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.CommandRefused;
import io.lifeboat.events.plan.Arguments;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds, releases and maintenance by command, of a workspace and of the fleet. */
class HoldCommandsTest {
    private final World world = new World();

    private void command(@Nullable WorkspaceId workspace, Action action, Arguments arguments) {
        long basis = workspace == null ? world.fleet.version() : world.shop().version();
        world.send(
                workspace,
                world.alice.sign(world.alice.envelope(action, workspace, null, basis, world.now, arguments)),
                true);
        world.settle();
    }

    @Test
    void shouldHoldAndReleaseTheFleet() {
        command(null, Action.HOLD, Arguments.of("reason", "drill"));
        assertThat(world.fleet.held()).contains("drill");

        command(null, Action.RELEASE, Arguments.none());

        assertThat(world.fleet.held()).isNull();
        assertThat(world.voided).isEmpty();
    }

    @Test
    void shouldHoldAndReleaseAWorkspace() {
        command(SHOP, Action.HOLD, Arguments.of("reason", "drill"));
        assertThat(world.shop().held()).contains("drill");

        command(SHOP, Action.RELEASE, Arguments.none());

        assertThat(world.shop().held()).isNull();
        assertThat(world.voided).isEmpty();
    }

    @Test
    void shouldRefuseToReleaseAFleetThatIsNotHeld() {
        command(null, Action.RELEASE, Arguments.none());

        assertThat(world.all(CommandRefused.class))
                .extracting(CommandRefused::reason)
                .containsExactly("the fleet is not held");
    }

    @Test
    void shouldPutAWorkspaceIntoMaintenance() {
        command(
                SHOP,
                Action.MAINTENANCE,
                Arguments.of("from", "2026-03-01T12:00:00Z").with("until", "2026-03-01T13:00:00Z"));

        assertThat(world.shop().maintenance().until()).isEqualTo("2026-03-01T13:00:00Z");
        assertThat(world.voided).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z",
        "2026-03-01T13:00:00Z, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00Z, tomorrow",
        "noon,                 2026-03-01T12:00:00Z"
    })
    void shouldRefuseAMaintenanceThatHasNoTime(String from, String until) {
        command(SHOP, Action.MAINTENANCE, Arguments.of("from", from).with("until", until));

        assertThat(world.shop().maintenance()).isNull();
        assertThat(world.all(CommandRefused.class))
                .extracting(CommandRefused::reason)
                .containsExactly(
                        "expected the times from and until, such as 2026-03-01T22:00:00Z, the one before the other");
    }

    @Test
    void shouldRefuseAMaintenanceOfTheWholeFleet() {
        command(
                null,
                Action.MAINTENANCE,
                Arguments.of("from", "2026-03-01T12:00:00Z").with("until", "2026-03-01T13:00:00Z"));

        assertThat(world.all(CommandRefused.class))
                .extracting(CommandRefused::reason)
                .containsExactly("maintenance is of one workspace, and it names none; hold stops the whole fleet");
    }
}
