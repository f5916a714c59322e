package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.RulingAssert.assertEffective;
import static io.lifeboat.events.fold.RulingAssert.assertVoid;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.Event;
import io.lifeboat.events.UnknownEvent;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.fleet.BrakeSet;
import io.lifeboat.events.fleet.FleetHeld;
import io.lifeboat.events.fleet.FleetPinned;
import io.lifeboat.events.fleet.FleetReleased;
import io.lifeboat.events.fleet.IncidentNumbered;
import io.lifeboat.events.id.EventId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.serde.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FleetTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private Fleet fleet = Fleet.empty();
    private Instant now = Log.START;

    private Ruling append(Event event) {
        return append(Service.DETECTOR, event);
    }

    private Ruling append(Service writer, Event event) {
        Writer by = Writer.of(writer, new ProcessId(UUID.randomUUID()));
        fleet = fleet.apply(new LogRecord(0, fleet.next(), now, new EventId(UUID.randomUUID()), by, event));
        return fleet.ruling();
    }

    private static IncidentNumbered number(String workspace, long seq, LocalDate day, int number, boolean moves) {
        return new IncidentNumbered(new WorkspaceId(workspace), seq, day, number, moves);
    }

    @Test
    void shouldNumberIncidentsInTheOrderOfTheLog() {
        assertEffective(append(number("a", 1, TODAY, 1, false)));
        assertEffective(append(number("b", 1, TODAY, 2, false)));

        assertThat(fleet.numberOf(new WorkspaceId("b"), 1))
                .contains(new Fleet.Number(1, new IncidentId("INC-2026-03-01-002"), false));
        assertThat(fleet.nextNumber(TODAY)).isEqualTo(3);
        assertThat(fleet.nextNumber(TODAY.plusDays(1))).isEqualTo(1);
        assertThat(fleet.numberOf(new WorkspaceId("b"), 2)).isEmpty();
        assertThat(fleet.numberOf(new WorkspaceId("c"), 1)).isEmpty();
    }

    @Test
    void shouldBeginANewDayWithOne() {
        append(number("a", 1, TODAY, 1, false));
        now = now.plus(Duration.ofDays(1));

        assertEffective(append(number("a", 2, TODAY.plusDays(1), 1, false)));
    }

    @Test
    void shouldVoidANumberWhenItIsNotTheNext() {
        assertVoid(append(number("a", 1, TODAY, 2, false)), "number 2 of 2026-03-01, expected 1 of 1970-01-01");
        append(number("a", 1, TODAY, 1, false));

        assertVoid(append(number("b", 1, TODAY, 1, false)), "number 1 of 2026-03-01, expected 2 of 2026-03-01");
        assertVoid(append(number("b", 1, TODAY, 3, false)), "number 3 of 2026-03-01, expected 2 of 2026-03-01");
    }

    @Test
    void shouldVoidANumberWhenItsDayIsOver() {
        append(number("a", 1, TODAY, 1, false));

        assertVoid(
                append(number("b", 1, TODAY.minusDays(1), 1, false)),
                "number 1 of 2026-02-28, expected 1 of 2026-03-01");
    }

    @Test
    void shouldVoidANumberWhenItsDayIsFarAhead() {
        assertEffective(append(number("a", 1, TODAY.plusDays(1), 1, false)));
        assertVoid(
                append(number("a", 2, TODAY.plusDays(2), 1, false)),
                "number of 2026-03-03, but the log's time is 2026-03-01T08:00:00Z");
    }

    @Test
    void shouldVoidANumberWhenTheIncidentHasOne() {
        append(number("a", 3, TODAY, 1, false));

        assertVoid(append(number("a", 3, TODAY, 2, false)), "incident 3 of a has the number INC-2026-03-01-001");
        assertVoid(append(number("a", 2, TODAY, 2, false)), "incident 3 of a has the number INC-2026-03-01-001");
        assertEffective(append(number("a", 4, TODAY, 2, false)));
    }

    private boolean admitted(String workspace) {
        return fleet.numberOf(new WorkspaceId(workspace), 1).orElseThrow().admitted();
    }

    private void brake(int most) {
        append(new BrakeSet(most, Duration.ofMinutes(10)));
    }

    @Test
    void shouldAdmitNoMoreAutomaticMovesThanTheBrakeAllows() {
        brake(2);

        append(number("a", 1, TODAY, 1, true));
        append(number("b", 1, TODAY, 2, true));
        append(number("c", 1, TODAY, 3, true));

        assertThat(admitted("a")).isTrue();
        assertThat(admitted("b")).isTrue();
        assertThat(admitted("c")).isFalse();
    }

    @Test
    void shouldAdmitAtMostThreeInTenMinutesWhenNobodySetTheBrake() {
        for (int i = 1; i <= 4; i++) {
            append(number("w" + i, 1, TODAY, i, true));
        }

        assertThat(admitted("w3")).isTrue();
        assertThat(admitted("w4")).isFalse();
        assertThat(fleet.brake()).isEqualTo(new BrakeSet(3, Duration.ofMinutes(10)));
    }

    @Test
    void shouldNotAdmitLaterMovesUnderANumberThatAskedForNone() {
        append(number("a", 1, TODAY, 1, false));
        append(number("b", 1, TODAY, 2, true));

        assertThat(admitted("a")).isFalse();
        assertThat(admitted("b")).isTrue();
    }

    @Test
    void shouldNotCountWhatWasNotAdmittedOrDoesNotMove() {
        brake(1);
        append(number("a", 1, TODAY, 1, false));
        append(number("b", 1, TODAY, 2, true));
        append(number("c", 1, TODAY, 3, true));

        assertThat(fleet.admitted()).containsExactly(now);
    }

    @Test
    void shouldAdmitAgainWhenTheWindowHasPassed() {
        brake(1);
        append(number("a", 1, TODAY, 1, true));
        now = now.plus(Duration.ofMinutes(10)).minusMillis(1);
        append(number("b", 1, TODAY, 2, true));
        now = now.plusMillis(1);
        append(number("c", 1, TODAY, 3, true));

        assertThat(admitted("b")).isFalse();
        assertThat(admitted("c")).isTrue();
        assertThat(fleet.admitted()).containsExactly(now);
    }

    @Test
    void shouldHoldEverythingUntilReleased() {
        assertEffective(append(new FleetHeld(0, "storm", Asked.forFleet(now))));
        assertThat(fleet.held()).isEqualTo("storm");
        assertThat(fleet.version()).isEqualTo(1);

        assertEffective(append(new FleetReleased(1, "over", Asked.forFleet(now))));
        assertThat(fleet.held()).isNull();
        assertThat(fleet.version()).isEqualTo(2);
    }

    @Test
    void shouldVoidAHoldWhenItsBasisIsNotCurrent() {
        append(new FleetHeld(0, "storm", Asked.forFleet(now)));

        assertVoid(append(new FleetReleased(0, "over", Asked.forFleet(now))), "decided on version 0, but 1 is current");
        assertVoid(append(new FleetHeld(2, "more", Asked.forFleet(now))), "decided on version 2, but 1 is current");
        assertThat(fleet.held()).isEqualTo("storm");
    }

    @Test
    void shouldVoidAHoldWhenItsCommandWasObeyed() {
        SignedCommand command = Asked.forFleet(now);
        append(new FleetHeld(0, "storm", command));

        assertVoid(
                append(new FleetReleased(1, "over", command)),
                "command %s has had its effect already"
                        .formatted(Commands.read(command).orElseThrow().id()));
    }

    @Test
    void shouldVoidAHoldWhenItsCommandIsExpiredOrForAWorkspace() {
        SignedCommand early = Asked.forFleet(now);
        now = now.plus(Asked.VALID).plusMillis(1);

        assertVoid(append(new FleetHeld(0, "storm", early)), "its command expired at 2026-03-01T08:01:00Z");
        assertVoid(
                append(new FleetReleased(0, "storm", Asked.by(Asked.ALICE, now))), "its command is for workspace shop");
    }

    @Test
    void shouldVoidAHoldWhenItsCommandCannotBeRead() {
        assertVoid(append(new FleetHeld(0, "storm", Asked.signed("null"))), "its command cannot be read");
    }

    @Test
    void shouldPinTheLogOnce() {
        assertEffective(append(new FleetPinned(new UUID(1, 1))));

        assertVoid(append(new FleetPinned(new UUID(2, 2))), "this log is 00000000-0000-0001-0000-000000000001 already");
        assertThat(fleet.log()).isEqualTo(new UUID(1, 1));
    }

    @Test
    void shouldVoidEverythingWhenAnotherServiceWroteIt() {
        assertVoid(
                append(Service.FAILOVER, new BrakeSet(9, Duration.ofMinutes(1))),
                "written by failover, expected detector");
        assertThat(fleet.brake().most()).isEqualTo(3);
    }

    @Test
    void shouldKeepWhatItDoesNotKnow() {
        assertThat(append(new UnknownEvent("io.lifeboat.fleet.painted.v9", true, null)))
                .isEqualTo(new Ruling.Unknown());
    }

    @Test
    void shouldNeverTurnTimeBack() {
        append(new BrakeSet(1, Duration.ofMinutes(1)));
        now = now.minusSeconds(60);
        append(new BrakeSet(2, Duration.ofMinutes(1)));

        assertThat(fleet.time()).isEqualTo(Log.START);
        assertThat(fleet.next()).isEqualTo(2);
    }
}
