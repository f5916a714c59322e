package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.RulingAssert.assertEffective;
import static io.lifeboat.events.fold.RulingAssert.assertVoid;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.ApprovalGiven;
import io.lifeboat.events.incident.CommandRefused;
import io.lifeboat.events.incident.IncidentAcknowledged;
import io.lifeboat.events.incident.WorkspaceHeld;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an event may do with the command that it carries, by the log's time. */
class CommandRulesTest {
    private final Log log = Log.with(Plans.of(Plans.move().approvedBy(1)));

    private Ruling hold(SignedCommand command) {
        return log.append(
                Service.DETECTOR, new WorkspaceHeld(Log.SHOP, log.shop().version(), "migration", command));
    }

    @Test
    void shouldObeyACommandWhenItIsAppendedAtItsLastMoment() {
        SignedCommand command = Asked.by(Asked.ALICE, log.now());

        log.after(Asked.VALID);

        assertEffective(hold(command));
    }

    @Test
    void shouldVoidADecisionWhenItsCommandHasExpiredByTheLogsTime() {
        SignedCommand command = Asked.by(Asked.ALICE, log.now());

        log.after(Asked.VALID.plusMillis(1));

        assertVoid(hold(command), "its command expired at 2026-03-01T08:01:00Z");
        assertThat(log.shop().held()).isNull();
    }

    @Test
    void shouldVoidADecisionWhenItsCommandOutlivesTheMemoryOfReplays() {
        Instant latest = log.now().plus(Commands.REMEMBERED).minus(Asked.VALID);

        assertVoid(
                hold(Asked.by(Asked.ALICE, latest.plusMillis(1))),
                "its command expires only at 2026-03-01T09:00:00.001Z, far ahead of the log");
        assertEffective(hold(Asked.by(Asked.ALICE, latest)));
    }

    @Test
    void shouldVoidADecisionWhenItsCommandIsForAnotherWorkspace() {
        assertVoid(
                hold(Asked.by(Asked.ALICE, new WorkspaceId("other"), log.now())), "its command is for workspace other");
        assertVoid(hold(Asked.forFleet(log.now())), "its command is for the fleet");
    }

    @Test
    void shouldVoidAnOpeningWhenItsCommandHasExpired() {
        SignedCommand command = Asked.by(Asked.ALICE, log.now());
        log.after(Duration.ofMinutes(2));

        assertVoid(
                log.open(2, Log.SECOND, false, Plans.of(Plans.assess()), command),
                "its command expired at 2026-03-01T08:01:00Z");
    }

    @Test
    void shouldVoidAnApprovalWhenSomebodyElseSignedIt() {
        ApprovalGiven forged = new ApprovalGiven(
                Log.SHOP,
                Log.FIRST,
                new StepId("move"),
                Asked.ALICE,
                true,
                StepHash.of(log.incident(), log.incident().plan().steps().get(0)),
                log.now(),
                Asked.by(Asked.BOB, log.now()));

        assertVoid(log.append(Service.DETECTOR, forged), "its command is by bob, not by alice");
    }

    @Test
    void shouldVoidAnAcknowledgementWhenSomebodyElseSignedIt() {
        IncidentAcknowledged forged =
                new IncidentAcknowledged(Log.SHOP, Log.FIRST, Asked.ALICE, 0, "seen", Asked.by(Asked.BOB, log.now()));

        assertVoid(log.append(Service.DETECTOR, forged), "its command is by bob, not by alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[1]", "{\"id\":", "no json", "{\"id\":\"x\"}"})
    void shouldVoidADecisionWhenItsCommandCannotBeRead(String payload) {
        assertVoid(hold(Asked.signed(payload)), "its command cannot be read");
    }

    @Test
    void shouldRememberACommandWhenItWasRefused() {
        SignedCommand command = Asked.by(Asked.ALICE, log.now());

        assertEffective(refuse(command));

        assertVoid(
                hold(command),
                "command %s has had its effect already"
                        .formatted(Commands.read(command).orElseThrow().id()));
    }

    @Test
    void shouldKeepARefusalWhenItsCommandCannotBeReadOrIsForAnother() {
        assertEffective(refuse(Asked.signed("no json")));
        assertEffective(
                refuse(Asked.by(Asked.ALICE, new WorkspaceId("other"), log.now().minusSeconds(900))));
    }

    @Test
    void shouldVoidARefusalWhenAnotherServiceWroteIt() {
        Ruling ruling = log.append(
                Service.NOTIFIER, new CommandRefused(Log.SHOP, null, Asked.by(Asked.ALICE, log.now()), "wrong role"));

        assertVoid(ruling, "written by notifier, expected detector");
        assertThat(log.shop().commands()).isEmpty();
    }

    private Ruling refuse(SignedCommand command) {
        return log.append(Service.DETECTOR, new CommandRefused(Log.SHOP, null, command, "wrong role"));
    }

    @Test
    void shouldChangeNothingWhenARefusalComesTwice() {
        SignedCommand command = Asked.by(Asked.ALICE, log.now());
        refuse(command);
        Workspace before = log.shop();

        log.after(Duration.ofMinutes(1));
        refuse(command);

        assertThat(log.shop()).isEqualTo(before);
    }

    @Test
    void shouldForgetCommandsWhenNobodyCanSendThemAgain() {
        refuse(Asked.by(Asked.ALICE, log.now()));
        log.after(Commands.REMEMBERED);
        SignedCommand second = Asked.by(Asked.ALICE, log.now());
        refuse(second);
        assertThat(log.shop().commands()).hasSize(2);

        log.after(Duration.ofMillis(1));
        SignedCommand third = Asked.by(Asked.ALICE, log.now());
        refuse(third);

        assertThat(log.shop().commands())
                .containsOnlyKeys(
                        Commands.read(second).orElseThrow().id(),
                        Commands.read(third).orElseThrow().id());
    }
}
