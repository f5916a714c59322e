package io.lifeboat.detector.incident.decide;

import static io.lifeboat.detector.incident.Vantages.NOON;
import static io.lifeboat.detector.incident.Vantages.SHOP;
import static io.lifeboat.events.health.TargetState.DOWN;
import static io.lifeboat.events.health.TargetState.UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.incident.World;
import io.lifeboat.events.command.Action;
import io.lifeboat.events.fleet.FleetHeld;
import io.lifeboat.events.fleet.FleetReleased;
import io.lifeboat.events.fleet.IncidentNumbered;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.IncidentAborted;
import io.lifeboat.events.incident.IncidentAcknowledged;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.MaintenanceSet;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.incident.Severity;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.incident.WorkspaceHeld;
import io.lifeboat.events.incident.WorkspaceReleased;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Step;
import io.lifeboat.saga.Decision;
import io.lifeboat.workspaces.config.Brake;
import io.lifeboat.workspaces.config.MaintenanceWindow;
import io.lifeboat.workspaces.config.Policies;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningTest {
    private World world = new World();

    private void blueFails() {
        world.vantages.allSay("blue-1", DOWN, world.now);
    }

    private List<IncidentOpened> opened() {
        return world.all(IncidentOpened.class);
    }

    @Test
    void shouldWatchWhenAllIsWell() {
        Decision.Wait wait = world.settle();

        assertThat(wait.why()).isEqualTo("watches: the active site blue serves");
        assertThat(opened()).isEmpty();
    }

    @Test
    void shouldNumberThenOpenWhenTheActiveSiteFails() {
        blueFails();

        world.settle();

        assertThat(world.voided).isEmpty();
        assertThat(world.all(IncidentNumbered.class))
                .containsExactly(new IncidentNumbered(SHOP, 1, LocalDate.parse("2026-03-01"), 1, true));
        IncidentOpened opened = opened().get(0);
        assertThat(opened.incident().value()).isEqualTo("INC-2026-03-01-001");
        assertThat(opened.seq()).isEqualTo(1);
        assertThat(opened.scenario()).isEqualTo(Scenario.CLUSTER_FAILURE);
        assertThat(opened.severity()).isEqualTo(Severity.P0);
        assertThat(opened.startedAt()).isEqualTo(NOON);
        assertThat(opened.automatic()).isTrue();
        assertThat(opened.votes()).hasSize(3);
        assertThat(opened.objective().rtoTarget()).isEqualTo(Duration.ofMinutes(15));
        assertThat(opened.plan().isMovingTrafficByItself()).isTrue();
        assertThat(opened.why())
                .isEqualTo("opens INC-2026-03-01-001, CLUSTER_FAILURE of blue: the active site blue serves nobody: "
                        + "blue-1 DOWN by 3 of 3 vantages (DOWN seen by north); traffic moves by itself");
        assertThat(world.sentences.get(0))
                .startsWith("asks for number 1 of 2026-03-01, and for admission under the brake: ");
    }

    @Test
    void shouldAskForTheNextNumberWhenSomebodyElseWasFaster() {
        blueFails();
        world.append(
                Service.DETECTOR,
                new IncidentNumbered(new WorkspaceId("other"), 1, LocalDate.parse("2026-03-01"), 1, false));

        world.settle();

        assertThat(opened().get(0).incident().value()).isEqualTo("INC-2026-03-01-002");
    }

    @Test
    void shouldNotGoBackBehindTheDayThatTheLogHasReached() {
        blueFails();
        world.append(
                Service.DETECTOR,
                new IncidentNumbered(new WorkspaceId("other"), 1, LocalDate.parse("2026-03-02"), 7, false));
        world.append(
                Service.DETECTOR,
                new IncidentNumbered(new WorkspaceId("other"), 1, LocalDate.parse("2026-03-02"), 1, false));

        world.settle();

        assertThat(opened().get(0).incident().value()).isEqualTo("INC-2026-03-02-002");
    }

    @Test
    void shouldOpenNoSecondIncidentForTheSameCause() {
        blueFails();
        world.settle();
        world.vantages.allSay("app", DOWN, world.now, Arguments.of("reason", "silent"));

        Decision.Wait wait = world.after(Duration.ofMinutes(1)).settle();

        assertThat(opened()).hasSize(1);
        assertThat(wait.why()).contains("REGION_FAILURE of blue is INC-2026-03-01-001 already");
    }

    @Test
    void shouldPutTrafficIntoAPersonsHandsWhenTheBrakeHolds() {
        world = new World(Policies.DEFAULT, new Brake(1, Duration.ofMinutes(10)), List.of());
        world.settle();
        world.append(
                Service.DETECTOR,
                new IncidentNumbered(new WorkspaceId("other"), 1, LocalDate.parse("2026-03-01"), 1, true));
        blueFails();

        world.settle();

        IncidentOpened opened = opened().get(0);
        assertThat(opened.plan().isMovingTrafficByItself()).isFalse();
        assertThat(step(opened, "switch-traffic").approval().persons()).isEqualTo(1);
        assertThat(step(opened, "fence-old").approval().persons()).isEqualTo(1);
        assertThat(step(opened, "brake-asks").arguments().required("reason"))
                .startsWith("the brake stopped this failover");
        assertThat(opened.why()).endsWith("the brake holds: traffic moves only once a person approves");
    }

    private static Step step(IncidentOpened opened, String id) {
        return opened.plan().find(new StepId(id)).orElseThrow();
    }

    @Test
    void shouldNotFailOverByItselfWhenItsNumberWasTakenWithoutAskingTheBrake() {
        world.append(Service.DETECTOR, new IncidentNumbered(SHOP, 1, LocalDate.parse("2026-03-01"), 1, false));
        blueFails();

        world.settle();

        assertThat(opened().get(0).plan().isMovingTrafficByItself()).isFalse();
    }

    @Test
    void shouldSetTheBrakeAsConfigured() {
        world = new World(Policies.DEFAULT, new Brake(7, Duration.ofMinutes(20)), List.of());

        world.settle();

        assertThat(world.fleet.brake().most()).isEqualTo(7);
        assertThat(world.sentences.get(0))
                .isEqualTo("sets the brake as configured: at most 7 automatic failovers in 20 min");
    }

    @Test
    void shouldTellPeopleWhileHeldAndFailOverOnReleaseWhenItIsStillTrue() {
        hold();
        blueFails();

        Decision.Wait wait = world.settle();
        assertThat(opened()).singleElement().satisfies(OpeningTest::onlyTells);
        assertThat(opened().get(0).why()).endsWith("people are told, nothing moves: held: drill; decides afresh then");
        assertThat(step(opened().get(0), "not-acted-on").arguments().required("reason"))
                .startsWith("nothing moves though the active site blue serves nobody")
                .endsWith("; held: drill; decides afresh then");
        assertThat(wait.why())
                .contains("waits with CLUSTER_FAILURE of blue: held: drill; decides afresh then; "
                        + "people were told by INC-2026-03-01-001");

        release();
        world.settle();
        assertThat(opened()).hasSize(2);
        assertThat(opened().get(1).plan().isMovingTrafficByItself()).isTrue();
        assertThat(world.sentences)
                .contains("INC-2026-03-01-001 ends: INC-2026-03-01-002 may act on what it could only tell of");
        assertThat(world.shop().open())
                .extracting(incident -> incident.id().value())
                .containsExactly("INC-2026-03-01-002");
        assertThat(world.voided).isEmpty();
    }

    private static void onlyTells(IncidentOpened opened) {
        assertThat(opened.scenario()).isEqualTo(Scenario.CLUSTER_FAILURE);
        assertThat(opened.severity()).isEqualTo(Severity.P0);
        assertThat(opened.plan().isMoving()).isFalse();
        assertThat(opened.plan().steps())
                .extracting(step -> step.type().value())
                .containsExactly("notify", "escalate");
    }

    @Test
    void shouldTellOnceHoweverLongItIsHeld() {
        hold();
        blueFails();

        for (int i = 0; i < 10; i++) {
            world.after(Duration.ofMinutes(1)).settle();
        }

        assertThat(opened()).hasSize(1);
    }

    @Test
    void shouldMoveNothingOnReleaseWhenItIsTrueNoMore() {
        hold();
        blueFails();
        world.settle();
        world.after(Duration.ofMinutes(3)).vantages.allSay("blue-1", UP, world.now);

        release();
        world.settle();

        assertThat(opened()).singleElement().satisfies(OpeningTest::onlyTells);
    }

    @Test
    void shouldEndWhatOnlyTellsOnceTheSiteHasServedForAWhile() {
        hold();
        blueFails();
        world.settle();
        world.recover();
        world.after(Duration.ofMinutes(3)).vantages.allSay("blue-1", UP, world.now);
        Instant served = world.now;

        assertThat(world.settle().until()).isEqualTo(served.plus(Duration.ofMinutes(1)));
        assertThat(world.at(served.plusSeconds(60).minusMillis(1)).settle().until())
                .isEqualTo(served.plusSeconds(60));
        assertThat(world.incident().stage()).isEqualTo(Stage.NEEDS_PERSON);
        world.at(served.plusSeconds(60)).settle();
        assertThat(world.sentences).contains("INC-2026-03-01-001 is over: blue has served again for 1 min");
        assertThat(world.incident().stage())
                .as("its last message is not out yet")
                .isEqualTo(Stage.NEEDS_PERSON);
        world.recover();
        world.settle();

        assertThat(world.incident().stage()).isEqualTo(Stage.WATCHING);
        assertThat(opened()).hasSize(1);
        assertThat(world.voided).isEmpty();
    }

    @Test
    void shouldNotEndWhatOnlyTellsWhileTheSiteFailsAgain() {
        hold();
        blueFails();
        world.settle();
        world.after(Duration.ofMinutes(3)).vantages.allSay("blue-1", UP, world.now);
        world.settle();
        world.after(Duration.ofSeconds(59)).vantages.allSay("blue-1", DOWN, world.now);

        world.after(Duration.ofMinutes(5)).settle();

        assertThat(world.incident().stage()).isEqualTo(Stage.NEEDS_PERSON);
        assertThat(world.incident().plan().find(new StepId("notify-resolved"))).isEmpty();
    }

    @Test
    void shouldMoveNothingOnReleaseWhenAPersonHasEndedWhatOnlyTells() {
        hold();
        blueFails();
        world.settle();
        world.append(
                Service.DETECTOR,
                new IncidentAborted(
                        SHOP, world.incident().id(), false, world.shop().version(), "it is to stay where it is", null));

        release();
        Decision.Wait wait = world.after(Duration.ofMinutes(5)).settle();

        assertThat(opened()).hasSize(1);
        assertThat(wait.why()).contains("CLUSTER_FAILURE of blue is INC-2026-03-01-001 already");
    }

    private void hold() {
        world.append(Service.DETECTOR, new WorkspaceHeld(SHOP, world.shop().version(), "drill", null));
    }

    private void release() {
        world.append(Service.DETECTOR, new WorkspaceReleased(SHOP, world.shop().version(), "drill over", null));
    }

    @Test
    void shouldWaitWhileTheFleetIsHeld() {
        var command = world.alice.sign(world.alice.envelope(Action.HOLD, null, null, 0, world.now, Arguments.none()));
        world.append(Service.DETECTOR, new FleetHeld(0, "drill", command));
        blueFails();

        assertThat(world.settle().why())
                .contains("waits with CLUSTER_FAILURE of blue: the fleet is held: drill; decides afresh then");
        assertThat(opened()).singleElement().satisfies(OpeningTest::onlyTells);
        var release =
                world.alice.sign(world.alice.envelope(Action.RELEASE, null, null, 1, world.now, Arguments.none()));
        world.append(Service.DETECTOR, new FleetReleased(1, "over", release));
        world.settle();

        assertThat(opened()).hasSize(2);
        assertThat(opened().get(1).plan().isMovingTrafficByItself()).isTrue();
    }

    @Test
    void shouldWaitUntilTheEndOfMaintenance() {
        Instant end = NOON.plusSeconds(3600);
        world.append(
                Service.DETECTOR,
                new MaintenanceSet(SHOP, NOON, end, world.shop().version(), "upgrade", null));
        blueFails();

        Decision.Wait wait = world.settle();
        assertThat(wait.why())
                .contains(
                        "waits with CLUSTER_FAILURE of blue: maintenance until 2026-03-01T13:00:00Z; decides afresh then");
        assertThat(wait.until()).isBeforeOrEqualTo(end);
        assertThat(opened()).singleElement().satisfies(OpeningTest::onlyTells);

        world.at(end).settle();
        assertThat(opened()).hasSize(2);
        assertThat(opened().get(1).plan().isMovingTrafficByItself()).isTrue();
    }

    @Test
    void shouldSetMaintenanceWhenAConfiguredWindowBegins() {
        Instant from = NOON.plusSeconds(60);
        world = new World(Policies.DEFAULT, Brake.DEFAULT, List.of(new MaintenanceWindow(from, from.plusSeconds(60))));
        assertThat(world.settle().until()).isEqualTo(from);

        world.at(from);
        blueFails();
        world.settle();

        assertThat(world.shop().maintenance().until()).isEqualTo(from.plusSeconds(60));
        assertThat(world.all(MaintenanceSet.class)).hasSize(1);
        assertThat(opened()).singleElement().satisfies(OpeningTest::onlyTells);
    }

    @Test
    void shouldSetAMaintenanceOnceAndNotOverThatOfAPerson() {
        Instant from = NOON.plusSeconds(60);
        Instant until = from.plusSeconds(60);
        world = new World(Policies.DEFAULT, Brake.DEFAULT, List.of(new MaintenanceWindow(from, until)));
        Instant later = until.plusSeconds(60);
        world.append(
                Service.DETECTOR,
                new MaintenanceSet(SHOP, NOON, later, world.shop().version(), "mine", null));

        world.at(from).settle();
        assertThat(world.all(MaintenanceSet.class))
                .as("a person's goes on longer")
                .hasSize(1);
        world.append(
                Service.DETECTOR,
                new MaintenanceSet(SHOP, NOON, from, world.shop().version(), "it ends early", null));
        world.at(from.plusSeconds(1)).settle();
        assertThat(world.shop().maintenance().until()).isEqualTo(until);
        world.at(until).settle();

        assertThat(world.all(MaintenanceSet.class)).hasSize(3);
    }

    @Test
    void shouldOpenWhatMovesNothingEvenWhileHeld() {
        hold();
        world.vantages.allSay("app", DOWN, world.now, Arguments.of("reason", "server-error"));

        world.after(Duration.ofSeconds(5)).settle();

        assertThat(opened()).hasSize(1);
        assertThat(opened().get(0).why()).endsWith("people are told, nothing moves");
    }

    @Test
    void shouldWaitForTheCoolDownAfterAFailover() {
        failOver();
        Instant claimed = world.now;
        world.after(Duration.ofMinutes(2)).vantages.allSay("green-1", DOWN, world.now);

        Decision.Wait wait = world.settle();
        assertThat(opened()).hasSize(2);
        assertThat(opened().get(1)).satisfies(OpeningTest::onlyTells);
        assertThat(wait.why())
                .contains("waits with CLUSTER_FAILURE of green: traffic moved a short time ago; "
                        + "fails over by itself only after " + claimed.plus(Duration.ofMinutes(10))
                        + ", or once somebody has acknowledged");

        world.at(claimed.plus(Duration.ofMinutes(10))).settle();
        assertThat(opened()).hasSize(3);
        assertThat(opened().get(2).plan().isMovingTrafficByItself()).isTrue();
        assertThat(world.voided).isEmpty();
    }

    @Test
    void shouldNotWaitForTheCoolDownOnceSomebodyHasAcknowledged() {
        failOver();
        world.append(
                Service.DETECTOR,
                new IncidentAcknowledged(
                        SHOP,
                        world.incident().id(),
                        new io.lifeboat.events.id.Person("alice"),
                        world.shop().version(),
                        "seen",
                        null));
        world.after(Duration.ofMinutes(2)).vantages.allSay("green-1", DOWN, world.now);

        world.settle();

        assertThat(opened()).hasSize(2);
    }

    private void failOver() {
        blueFails();
        world.settle();
        world.recover();
        world.settle();
        assertThat(world.shop().active()).isEqualTo(World.GREEN);
        assertThat(world.incident().stage()).isEqualTo(Stage.WATCHING);
    }

    @Test
    void shouldSayNothingNewOfTheSiteThatWasLeft() {
        failOver();

        Decision.Wait wait = world.after(Duration.ofHours(2)).settle();

        assertThat(opened()).hasSize(1);
        assertThat(wait.why()).contains("NODE_FAILURE of blue is INC-2026-03-01-001 already");
    }

    @Test
    void shouldOnlyTellPeopleWhenTheStandbyFails() {
        world.vantages.allSay("green-1", DOWN, world.now);

        world.after(Duration.ofSeconds(5)).settle();

        assertThat(opened()).hasSize(1);
        assertThat(opened().get(0).plan().isMoving()).isFalse();
        assertThat(opened().get(0).severity()).isEqualTo(Severity.P2);
        assertThat(opened().get(0).site()).isEqualTo(World.GREEN);
    }

    @Test
    void shouldWaitWhenTheActiveSiteIsUnknown() {
        World fresh = new World();
        fresh.partition = io.lifeboat.events.fold.Partition.empty(0);
        fresh.vantages.allSay("blue-1", DOWN, fresh.now);

        assertThat(fresh.settle().why()).isEqualTo("waits: the log does not say yet which site is active");
        assertThat(fresh.all(IncidentOpened.class)).isEmpty();
    }

    @Test
    void shouldNotRecoverTwiceAtATime() {
        blueFails();
        world.settle();
        world.vantages.allSay("alert-keys", DOWN, world.now, Arguments.of("scenario", "SECURITY_BREACH"));

        world.settle();

        assertThat(opened())
                .extracting(IncidentOpened::scenario)
                .containsExactly(Scenario.CLUSTER_FAILURE, Scenario.SECURITY_BREACH);
        assertThat(opened().get(1).plan().isMoving()).isFalse();
    }

    @Test
    void shouldOpenAnewWhenTheSiteThatWasSwitchedToFailsWhileWatched() {
        failOver();
        world.after(Duration.ofHours(1)).vantages.allSay("green-1", DOWN, world.now);

        world.settle();

        assertThat(opened()).hasSize(2);
        assertThat(opened().get(1).site()).isEqualTo(World.GREEN);
        assertThat(opened().get(1).incident().value()).isEqualTo("INC-2026-03-01-002");
    }
}
