package io.lifeboat.detector.incident.decide;

import static io.lifeboat.detector.incident.Vantages.SHOP;
import static io.lifeboat.events.health.TargetState.DOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.incident.Operator;
import io.lifeboat.detector.incident.World;
import io.lifeboat.events.command.Action;
import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.fleet.FleetHeld;
import io.lifeboat.events.fold.StepHash;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.CommandRefused;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.incident.WorkspaceHeld;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Step;
import io.lifeboat.workspaces.config.Brake;
import io.lifeboat.workspaces.config.Policies;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invariant 8: an unsigned, expired, replayed or wrong-role command has no effect, and its refusal is in the timeline. */
class CommandDeskTest {
    private static final IncidentId FIRST = new IncidentId("INC-2026-03-01-001");

    private World world = new World();

    private CommandEnvelope envelope(Operator who, Action action, Arguments arguments) {
        return who.envelope(action, SHOP, null, world.shop().version(), world.now, arguments);
    }

    private CommandEnvelope about(Operator who, Action action, Arguments arguments) {
        return who.envelope(action, SHOP, FIRST, world.shop().version(), world.now, arguments);
    }

    private void obey(Operator who, CommandEnvelope envelope) {
        world.send(who.sign(envelope));
        world.settle();
    }

    private List<String> refusals() {
        return world.all(CommandRefused.class).stream()
                .map(CommandRefused::reason)
                .toList();
    }

    private void hold() {
        obey(world.alice, envelope(world.alice, Action.HOLD, Arguments.of("reason", "drill")));
    }

    private void blueFails() {
        world.vantages.allSay("blue-1", DOWN, world.now);
        world.settle();
    }

    /** As where the workspace moves nothing by itself. */
    private void blueFailsAndApprovalIsNeeded(boolean twoPersons) {
        Policies d = Policies.DEFAULT;
        Policies policies = new Policies(
                false,
                false,
                false,
                d.coolDown(),
                twoPersons,
                d.maxLag(),
                d.partitionGrace(),
                d.fenceRequired(),
                d.minVantages());
        world = new World(policies, Brake.DEFAULT, List.of());
        blueFails();
        world.recover();
    }

    private Arguments seen(String step) {
        Step found = world.incident().plan().find(new StepId(step)).orElseThrow();
        return Arguments.of("step", step).with("hash", StepHash.of(world.incident(), found));
    }

    private StepState state(String step) {
        return world.incident().status(new StepId(step)).state();
    }

    @Test
    void shouldHoldAndReleaseAWorkspace() {
        hold();
        assertThat(world.shop().held()).isEqualTo("alice holds shop: drill");
        assertThat(world.sentences).contains("alice holds shop: drill");

        obey(world.alice, envelope(world.alice, Action.RELEASE, Arguments.none()));

        assertThat(world.shop().held()).isNull();
        assertThat(refusals()).isEmpty();
    }

    @Test
    void shouldHoldTheFleetWhenNoWorkspaceIsNamed() {
        var command = world.alice.sign(
                world.alice.envelope(Action.HOLD, null, null, 0, world.now, Arguments.of("reason", "drill")));
        world.send(null, command, true);

        world.settle();

        assertThat(world.fleet.held()).isEqualTo("alice holds the fleet: drill");
        assertThat(world.all(FleetHeld.class)).hasSize(1);
    }

    @Test
    void shouldRefuseWhenNoOperatorHasTheKey() {
        Operator mallory = new Operator("mallory");

        obey(mallory, envelope(mallory, Action.HOLD, Arguments.none()));

        assertThat(refusals()).containsExactly("key 'mallory-2026' is not known");
        assertThat(world.shop().held()).isNull();
        assertThat(world.sentences).contains("refuses hold by mallory: key 'mallory-2026' is not known");
    }

    @Test
    void shouldRefuseWhenSignedWithAnotherKey() {
        SignedCommand forged = new Operator("alice").sign(envelope(world.alice, Action.HOLD, Arguments.none()));

        world.send(forged);
        world.settle();

        assertThat(refusals()).containsExactly("the signature is not one of key 'alice-2026'");
        assertThat(world.all(WorkspaceHeld.class)).isEmpty();
    }

    @Test
    void shouldRefuseWhenThePayloadWasChanged() {
        SignedCommand genuine = world.alice.sign(envelope(world.alice, Action.RELEASE, Arguments.none()));
        world.send(new SignedCommand(
                genuine.key(), genuine.payload().replace("\"release\"", "\"hold\""), genuine.signature()));

        world.settle();

        assertThat(refusals()).containsExactly("the signature is not one of key 'alice-2026'");
    }

    @Test
    void shouldRefuseWhenTheSignatureIsGarbage() {
        SignedCommand genuine = world.alice.sign(envelope(world.alice, Action.HOLD, Arguments.none()));
        world.send(new SignedCommand(genuine.key(), genuine.payload(), "not Base64 at all!"));

        world.settle();

        assertThat(refusals()).containsExactly("the signature is not one of key 'alice-2026'");
    }

    @Test
    void shouldRefuseWhenTheKeyIsNotThatOfTheSubject() {
        obey(world.bob, envelope(world.alice, Action.HOLD, Arguments.none()));

        assertThat(refusals()).containsExactly("bob signed in the name of alice");
    }

    @Test
    void shouldRefuseWhatCannotBeRead() {
        world.send(world.alice.sign("hold everything"));

        world.settle();

        assertThat(refusals()).containsExactly("the payload is no command");
        assertThat(world.settle().why()).startsWith("watches");
    }

    @Test
    void shouldRefuseWhenExpired() {
        SignedCommand command = world.alice.sign(envelope(world.alice, Action.HOLD, Arguments.none()));
        world.after(Duration.ofSeconds(60)).after(Duration.ofMillis(1)).send(command);

        world.settle();

        assertThat(refusals()).containsExactly("it expired at 2026-03-01T12:01:00Z, now is " + world.now);
        assertThat(world.shop().held()).isNull();
    }

    @Test
    void shouldObeyAtTheLastMoment() {
        SignedCommand command = world.alice.sign(envelope(world.alice, Action.HOLD, Arguments.none()));
        world.after(Duration.ofSeconds(60)).send(command);

        world.settle();

        assertThat(world.shop().held()).isNotNull();
    }

    @Test
    void shouldRefuseWhenIssuedInTheFuture() {
        CommandEnvelope early = world.alice.envelope(
                Action.HOLD, SHOP, null, world.shop().version(), world.now.plusSeconds(61), Arguments.none());

        obey(world.alice, early);

        assertThat(refusals())
                .containsExactly("it was issued at 2026-03-01T12:01:01Z, but now is 2026-03-01T12:00:00Z");
    }

    @Test
    void shouldRefuseWhenSentAgain() {
        SignedCommand command = world.alice.sign(envelope(world.alice, Action.HOLD, Arguments.none()));
        world.send(command);
        world.settle();

        world.send(command);
        world.settle();
        world.settle();

        assertThat(world.all(WorkspaceHeld.class)).hasSize(1);
        assertThat(refusals()).containsExactly("it was sent before: a command is obeyed once");
    }

    @Test
    void shouldRefuseWhenThingsHaveMovedOn() {
        CommandEnvelope release = envelope(world.alice, Action.RELEASE, Arguments.none());
        hold();

        obey(world.alice, release);

        assertThat(refusals()).containsExactly("things have moved on: it was given on version 0, and 1 is current");
        assertThat(world.shop().held()).isNotNull();
    }

    @Test
    void shouldRefuseWhenTheRoleIsMissing() {
        blueFailsAndApprovalIsNeeded(false);

        obey(world.bob, about(world.bob, Action.APPROVE, seen("switch-traffic")));

        assertThat(refusals()).containsExactly("bob is no approver, which 'approve' needs");
        assertThat(state("switch-traffic")).isNotInstanceOf(StepState.Ready.class);
    }

    @Test
    void shouldRefuseWhenSentToAnotherWorkspaceThanSignedFor() {
        CommandEnvelope other =
                world.alice.envelope(Action.HOLD, new WorkspaceId("other"), null, 0, world.now, Arguments.none());

        obey(world.alice, other);

        assertThat(refusals()).containsExactly("it was signed for other, but sent to shop");
    }

    @Test
    void shouldRefuseIntoTheFirstTimelineWhenTheWorkspaceIsNotConfigured() {
        WorkspaceId nowhere = new WorkspaceId("nowhere");
        world.send(
                nowhere,
                world.alice.sign(world.alice.envelope(Action.HOLD, nowhere, null, 0, world.now, Arguments.none())),
                true);

        world.settle();

        assertThat(refusals()).containsExactly("no workspace 'nowhere' is configured");
        assertThat(world.all(CommandRefused.class).get(0).workspace()).isEqualTo(SHOP);
    }

    @Test
    void shouldLeaveCommandsOfOtherWorkspacesToTheirDecider() {
        WorkspaceId other = new WorkspaceId("other");
        world.send(
                other,
                world.alice.sign(world.alice.envelope(Action.HOLD, other, null, 0, world.now, Arguments.none())),
                true);

        world.settle();

        assertThat(refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ABORT,       , it names no incident",
        "SKIP,        , it names no incident",
        "ACKNOWLEDGE, INC-2026-03-01-001, INC-2026-03-01-001 is not open in shop",
        "CLOSE,       INC-2025-01-01-001, INC-2025-01-01-001 is not open in shop",
        "RELEASE,     , shop is not held",
        "OPEN,        , 'expected a scenario of [NODE_FAILURE, APP_FAILURE, CLUSTER_FAILURE, REGION_FAILURE, "
                + "DATA_CORRUPTION, NETWORK_PARTITION, SECURITY_BREACH, BACKUP_AT_RISK], got '''''",
        "MAINTENANCE, , 'expected the times from and until, such as 2026-03-01T22:00:00Z, the one before the other'"
    })
    void shouldRefuseWhatIsAboutNothing(Action action, @Nullable String incident, String reason) {
        CommandEnvelope envelope = world.alice.envelope(
                action,
                SHOP,
                incident == null ? null : new IncidentId(incident),
                world.shop().version(),
                world.now,
                Arguments.none());

        obey(world.alice, envelope);

        assertThat(refusals()).containsExactly(reason);
    }

    @Test
    void shouldRefuseWhenTheStepIsUnknown() {
        blueFails();

        obey(world.alice, about(world.alice, Action.SKIP, Arguments.of("step", "dance")));

        assertThat(refusals()).containsExactly("INC-2026-03-01-001 has no step 'dance'");
    }

    @Test
    void shouldOpenByCommandDespiteLagAndCoolDown() {
        obey(
                world.alice,
                envelope(
                        world.alice,
                        Action.OPEN,
                        Arguments.of("scenario", "CLUSTER_FAILURE")
                                .with("despiteLag", true)
                                .with("to", "green")));

        assertThat(refusals()).isEmpty();
        IncidentOpened opened = world.all(IncidentOpened.class).get(0);
        assertThat(opened.automatic()).isFalse();
        assertThat(opened.why()).isEqualTo("alice opens INC-2026-03-01-001, CLUSTER_FAILURE of blue, by command");
        assertThat(opened.plan()
                        .find(new StepId("assess-standby"))
                        .orElseThrow()
                        .arguments()
                        .required("maxLag"))
                .isEqualTo("PT876000H");
    }

    @Test
    void shouldOpenWithAPlanThatBringsDataBackWhenARestoreIsAskedFor() {
        obey(
                world.alice,
                envelope(
                        world.alice,
                        Action.OPEN,
                        Arguments.of("scenario", "DATA_CORRUPTION")
                                .with(
                                        "restore",
                                        Map.of("at", "2026-03-01T08:00:00Z", "collections", List.of("docs")))));

        assertThat(refusals()).isEmpty();
        IncidentOpened opened = world.all(IncidentOpened.class).get(0);
        assertThat(opened.plan()
                        .find(new StepId("choose-backup"))
                        .orElseThrow()
                        .arguments()
                        .required("at"))
                .isEqualTo("2026-03-01T08:00:00Z");
        assertThat(opened.plan().isMoving()).isTrue();
    }

    @Test
    void shouldRefuseARestoreToATimeThatIsNone() {
        obey(
                world.alice,
                envelope(
                        world.alice,
                        Action.OPEN,
                        Arguments.of("scenario", "DATA_CORRUPTION").with("restore", Map.of("at", "yesterday"))));

        assertThat(refusals()).containsExactly("at: expected a time such as 2026-03-01T08:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "site, green, 'site ''green'' is not the active one, which is blue: there is nothing to recover from'",
        "to,   blue,  'site ''blue'' is no site that could take over from blue'",
        "to,   '../', 'site ''../'' is no site that could take over from blue'"
    })
    void shouldRefuseToOpenForTheWrongSite(String name, String site, String reason) {
        obey(
                world.alice,
                envelope(
                        world.alice,
                        Action.OPEN,
                        Arguments.of("scenario", "CLUSTER_FAILURE").with(name, site)));

        assertThat(refusals()).containsExactly(reason);
    }

    @Test
    void shouldRefuseToOpenWhileAnotherRecoveryRuns() {
        blueFails();

        obey(world.alice, envelope(world.alice, Action.OPEN, Arguments.of("scenario", "CLUSTER_FAILURE")));

        assertThat(refusals())
                .containsExactly("INC-2026-03-01-001 is still recovering, and one recovery runs at a time");
    }

    @Test
    void shouldApproveWhatThePersonSaw() {
        blueFailsAndApprovalIsNeeded(false);

        obey(world.alice, about(world.alice, Action.APPROVE, seen("fence-old")));

        assertThat(refusals()).isEmpty();
        assertThat(state("fence-old")).isInstanceOf(StepState.Ready.class);
        assertThat(world.voided).isEmpty();
    }

    @Test
    void shouldRefuseAnApprovalOfSomethingElse() {
        blueFailsAndApprovalIsNeeded(false);

        obey(world.alice, about(world.alice, Action.APPROVE, seen("fence-old").with("hash", "0".repeat(64))));

        assertThat(refusals()).containsExactly("what alice saw of fence-old has changed since");
        assertThat(state("fence-old")).isInstanceOf(StepState.AwaitingApproval.class);
    }

    @Test
    void shouldRefuseASecondApprovalByTheSamePerson() {
        blueFailsAndApprovalIsNeeded(true);
        obey(world.alice, about(world.alice, Action.APPROVE, seen("fence-old")));

        obey(world.alice, about(world.alice, Action.APPROVE, seen("fence-old")));

        assertThat(refusals()).containsExactly("fence-old has been approved by alice already");
        assertThat(state("fence-old")).isInstanceOf(StepState.AwaitingApproval.class);
    }

    @Test
    void shouldKeepAnApprovalWhenAnUpdateIsAdded() {
        blueFailsAndApprovalIsNeeded(true);
        obey(world.alice, about(world.alice, Action.APPROVE, seen("fence-old")));

        world.after(Duration.ofMinutes(15)).settle();

        assertThat(world.incident().find(new StepId("notify-update-1"))).isPresent();
        assertThat(world.incident().status(new StepId("fence-old")).approvals()).hasSize(1);
    }

    @Test
    void shouldRefuseToApproveWhatNeedsNoApproval() {
        blueFails();

        obey(world.alice, about(world.alice, Action.APPROVE, seen("switch-traffic")));

        assertThat(refusals()).containsExactly("switch-traffic needs no approval");
    }

    @Test
    void shouldEndInAPersonsHandsWhenApprovalIsRejected() {
        blueFailsAndApprovalIsNeeded(false);
        obey(world.alice, about(world.alice, Action.REJECT, seen("fence-old")));

        obey(world.alice, about(world.alice, Action.REJECT, seen("switch-traffic")));
        world.recover();
        world.settle();

        assertThat(refusals()).isEmpty();
        assertThat(world.incident().stage()).isEqualTo(Stage.NEEDS_PERSON);
        assertThat(world.shop().active()).isEqualTo(World.BLUE);
    }

    @Test
    void shouldSkipAbortAcknowledgeAndClose() {
        blueFails();
        obey(world.alice, about(world.alice, Action.ACKNOWLEDGE, Arguments.none()));
        assertThat(world.incident().acknowledgedBy()).hasToString("alice");
        obey(world.alice, about(world.alice, Action.SKIP, Arguments.of("step", "fence-old")));
        assertThat(state("fence-old")).isInstanceOf(StepState.Skipped.class);

        obey(world.alice, about(world.alice, Action.CLOSE, Arguments.none()));
        assertThat(refusals()).containsExactly("INC-2026-03-01-001 is being recovered: abort it first");
        obey(world.alice, about(world.alice, Action.ABORT, Arguments.of("undo", true)));
        assertThat(world.incident().stage()).isEqualTo(Stage.ABORTED);
        assertThat(world.incident().undoing()).isTrue();

        obey(world.alice, about(world.alice, Action.ABORT, Arguments.none()));
        assertThat(refusals().get(1)).isEqualTo("INC-2026-03-01-001 is ABORTED: nothing of it can be aborted");
    }

    @Test
    void shouldNotObeyAgainAfterARestart() {
        SignedCommand command = world.alice.sign(envelope(world.alice, Action.HOLD, Arguments.none()));
        world.send(command);
        world.settle();
        int before = world.log.size();

        world.inbox = io.lifeboat.detector.incident.command.Inbox.empty();
        world.send(SHOP, command, false);
        world.settle();

        assertThat(world.log).hasSize(before);
    }

    @Test
    void shouldObeyWhatCameDuringARestart() {
        world.send(SHOP, world.alice.sign(envelope(world.alice, Action.HOLD, Arguments.none())), false);

        world.settle();

        assertThat(world.shop().held()).isNotNull();
    }

    @Test
    void shouldRefuseOnceWhatExpiredDuringARestart() {
        SignedCommand command = world.alice.sign(envelope(world.alice, Action.HOLD, Arguments.none()));
        world.send(SHOP, command, false);
        world.after(Duration.ofSeconds(90)).settle();
        assertThat(refusals()).containsExactly("it expired at 2026-03-01T12:01:00Z, now is " + world.now);

        world.inbox = io.lifeboat.detector.incident.command.Inbox.empty();
        world.send(SHOP, command, false);
        world.settle();

        assertThat(refusals()).hasSize(1);
    }

    @Test
    void shouldIgnoreWhatIsOldWhenItStarts() {
        world.send(SHOP, world.alice.sign(envelope(world.alice, Action.HOLD, Arguments.none())), false);

        world.after(Duration.ofSeconds(121)).settle();

        assertThat(refusals()).isEmpty();
        assertThat(world.shop().held()).isNull();
    }
}
