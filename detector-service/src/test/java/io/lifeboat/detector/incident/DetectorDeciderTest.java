package io.lifeboat.detector.incident;

import static io.lifeboat.detector.incident.Vantages.NOON;
import static io.lifeboat.detector.incident.Vantages.SHOP;
import static io.lifeboat.detector.incident.Vantages.THREE;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.incident.decide.Timings;
import io.lifeboat.detector.incident.health.Heard;
import io.lifeboat.events.command.Action;
import io.lifeboat.events.command.CommandIssued;
import io.lifeboat.events.fleet.IncidentNumbered;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.health.VantageBeat;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.CommandRefused;
import io.lifeboat.events.incident.WorkspaceHeld;
import io.lifeboat.events.incident.WorkspaceReleased;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.serde.Writer;
import io.lifeboat.saga.Decision;
import io.lifeboat.workspaces.config.Brake;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.Policies;
import io.lifeboat.workspaces.config.Role;
import io.lifeboat.workspaces.config.Vantage;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectorDeciderTest {
    private final World world = new World();
    private final WorkspaceConfig shop = World.config(Policies.DEFAULT, List.of());
    private final LifeboatConfig config = new LifeboatConfig(
            THREE.stream().map(id -> new Vantage(id, List.of(), 0)).toList(),
            Brake.DEFAULT,
            List.of(world.alice.configured(Role.OPERATOR)),
            List.of(shop));
    private final DetectorDecider decider =
            new DetectorDecider(Desks.of(config, Timings.DEFAULT, Duration.ofSeconds(5)));

    private Decision decide(Instant now) {
        return decider.decide(world.shop(), world.fleet, now);
    }

    private void beats(Heard heard) {
        THREE.forEach(id -> decider.hear(
                new VantageBeat(id, Vantages.process(id.value()), 1, Vantages.PERIOD, null, false), writer(id), heard));
    }

    private void reports(TargetState state, Heard heard) {
        for (VantageId id : THREE) {
            for (String target : List.of("blue-1", "green-1", "app")) {
                TargetState said = target.equals("blue-1") ? state : TargetState.UP;
                decider.hear(
                        Vantages.report(id.value(), id.value(), target, said, NOON, Arguments.none()),
                        writer(id),
                        heard);
            }
        }
    }

    private static Writer writer(VantageId id) {
        return Writer.of(Service.DETECTOR, Vantages.process(id.value()));
    }

    @Test
    void shouldActOnWhatTheConfiguredVantagesSay() {
        reports(TargetState.DOWN, Heard.live(NOON, NOON));
        beats(Heard.live(NOON, NOON));

        assertThat(decide(NOON))
                .isInstanceOfSatisfying(
                        Decision.Append.class,
                        append -> assertThat(append.events()).singleElement().isInstanceOf(IncidentNumbered.class));
    }

    @Test
    void shouldWaitForAsManyVantagesAsTheWorkspaceWants() {
        Policies d = Policies.DEFAULT;
        Policies all = new Policies(
                d.automatic(),
                d.regionAutomatic(),
                d.partitionAutomatic(),
                d.coolDown(),
                d.twoPersons(),
                d.maxLag(),
                d.partitionGrace(),
                d.fenceRequired(),
                3);
        LifeboatConfig wanting = new LifeboatConfig(
                config.vantages(), Brake.DEFAULT, config.operators(), List.of(World.config(all, List.of())));
        DetectorDecider patient = new DetectorDecider(Desks.of(wanting, Timings.DEFAULT, Duration.ofSeconds(5)));
        for (DetectorDecider one : List.of(decider, patient)) {
            for (VantageId id : THREE.subList(0, 2)) {
                one.hear(beat(id), writer(id), Heard.live(NOON, NOON));
                one.hear(
                        Vantages.report(id.value(), id.value(), "blue-1", TargetState.DOWN, NOON, Arguments.none()),
                        writer(id),
                        Heard.live(NOON, NOON));
            }
        }

        assertThat(decide(NOON)).isInstanceOf(Decision.Append.class);
        assertThat(patient.decide(world.shop(), world.fleet, NOON)).isInstanceOf(Decision.Wait.class);
    }

    private static VantageBeat beat(VantageId id) {
        return new VantageBeat(id, Vantages.process(id.value()), 1, Vantages.PERIOD, null, false);
    }

    @Test
    void shouldWakeWhenTheNextBeatGrowsStale() {
        reports(TargetState.UP, Heard.live(NOON, NOON));
        beats(Heard.live(NOON, NOON));

        assertThat(decide(NOON))
                .isEqualTo(new Decision.Wait(NOON.plusSeconds(3), "watches: the active site blue serves"));
    }

    @Test
    void shouldNotActOnWhatStoodInTheLogBeforeItStarted() {
        reports(TargetState.DOWN, Heard.replayed(NOON));
        beats(Heard.replayed(NOON));

        assertThat(decide(NOON)).isInstanceOf(Decision.Wait.class);
    }

    @Test
    void shouldLeaveAWorkspaceAloneThatIsNotConfigured() {
        Workspace stranger = world.partition.workspace(new WorkspaceId("stranger"));

        assertThat(decider.decide(stranger, world.fleet, NOON))
                .isEqualTo(new Decision.Wait(null, "the log knows stranger, the configuration does not"));
    }

    @Test
    void shouldRefuseEachForgedCommandOnce() {
        Operator mallory = new Operator("mallory");
        var command = mallory.sign(mallory.envelope(Action.HOLD, SHOP, null, 0, NOON, Arguments.none()));
        decider.take(new CommandIssued(SHOP, command), 0, NOON, true);

        assertThat(decide(NOON))
                .isInstanceOfSatisfying(
                        Decision.Append.class,
                        append -> assertThat(append.events()).singleElement().isInstanceOf(CommandRefused.class));
        assertThat(decide(NOON)).isInstanceOf(Decision.Wait.class);
    }

    @Test
    void shouldGiveUpACommandThatTheLogNeverTakes() {
        var command = world.alice.sign(world.alice.envelope(Action.HOLD, SHOP, null, 0, NOON, Arguments.none()));
        decider.take(new CommandIssued(SHOP, command), 0, NOON, true);

        for (int i = 0; i < 6; i++) {
            assertThat(events(decide(NOON))).singleElement().isInstanceOf(WorkspaceHeld.class);
        }

        assertThat(events(decide(NOON)))
                .singleElement()
                .isInstanceOfSatisfying(
                        CommandRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("the log did not take it, tried 6 times"));
        assertThat(decide(NOON)).isInstanceOf(Decision.Wait.class);
    }

    private static List<io.lifeboat.events.Event> events(Decision decision) {
        return ((Decision.Append) decision).events();
    }

    @Test
    void shouldHoldTheWorkspaceInTheLogWhenTheLogLostItsTail() {
        decider.tailLost(NOON);

        assertThat(events(decide(NOON))).singleElement().isInstanceOfSatisfying(WorkspaceHeld.class, held -> {
            assertThat(held.why()).startsWith("the log lost its tail");
            world.append(Service.DETECTOR, held);
        });
        assertThat(world.voided).isEmpty();
        assertThat(world.shop().stopped(NOON, false).orElseThrow()).startsWith("held: the log lost its tail");
        assertThat(decide(NOON)).isInstanceOf(Decision.Wait.class);
    }

    @Test
    void shouldHoldItOnceAlthoughItIsReleasedSoon() {
        decider.tailLost(NOON);
        events(decide(NOON)).forEach(event -> world.append(Service.DETECTOR, event));
        decide(NOON);
        world.append(Service.DETECTOR, new WorkspaceReleased(SHOP, world.shop().version(), "checked", null));

        assertThat(decide(NOON)).isInstanceOf(Decision.Wait.class);
    }

    @Test
    void shouldWantTheHoldUntilItStandsInTheLog() {
        decider.tailLost(NOON);
        decide(NOON);

        assertThat(events(decide(NOON.plus(LostTail.REMEMBERED))))
                .singleElement()
                .isInstanceOf(WorkspaceHeld.class);
        assertThat(decide(NOON.plus(LostTail.REMEMBERED).plusMillis(1))).isInstanceOf(Decision.Wait.class);
    }

    @Test
    void shouldWatchEveryNodeAndApplicationOfTheConfiguration() {
        assertThat(Desks.topology(shop).targets())
                .containsExactlyInAnyOrder(new TargetId("blue-1"), new TargetId("green-1"), new TargetId("app"));
    }
}
