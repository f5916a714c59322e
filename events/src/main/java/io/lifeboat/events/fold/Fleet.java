package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.Ruling.voided;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.fleet.BrakeSet;
import io.lifeboat.events.fleet.FleetEvent;
import io.lifeboat.events.fleet.FleetHeld;
import io.lifeboat.events.fleet.FleetPinned;
import io.lifeboat.events.fleet.FleetReleased;
import io.lifeboat.events.fleet.IncidentNumbered;
import io.lifeboat.events.id.CommandId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * {@code lifeboat.fleet} folded up to some record: incident numbers, admission under the brake, the global hold. Immutable.
 *
 * @param time running maximum of the append times
 * @param next offset of the next record to fold
 * @param log identity of this log; absent while it is empty
 * @param held why there are no effects anywhere; absent if there is no hold
 * @param version counts holds and releases: what the next one's basis must be
 * @param brake how many automatic traffic moves are admitted in a window
 * @param numbers the newest number of each workspace
 * @param admitted append times of the admissions that the brake still counts
 */
public record Fleet(
        Instant time,
        long next,
        @Nullable UUID log,
        @Nullable String held,
        long version,
        BrakeSet brake,
        LocalDate day,
        int lastNumber,
        PMap<WorkspaceId, Number> numbers,
        PVector<Instant> admitted,
        PMap<CommandId, Instant> commands,
        Ruling ruling,
        @JsonIgnore Guards guards) {
    private static final BrakeSet DEFAULT_BRAKE = new BrakeSet(3, Duration.ofMinutes(10));

    /**
     * A number that a workspace's incident was given.
     *
     * @param admitted whether its traffic may move without a person: it asked the brake, which was free
     */
    public record Number(long seq, IncidentId incident, boolean admitted) {}

    public static Fleet empty() {
        return empty(Guards.ALL);
    }

    /** For the simulator: with some guards taken out. */
    public static Fleet empty(Guards guards) {
        return new Fleet(
                Instant.EPOCH,
                0,
                null,
                null,
                0,
                DEFAULT_BRAKE,
                LocalDate.EPOCH,
                0,
                HashTreePMap.empty(),
                TreePVector.empty(),
                HashTreePMap.empty(),
                Ruling.effective(),
                guards);
    }

    /** The fleet after one more record. Total: what counts for nothing is void, never an error. */
    public Fleet apply(LogRecord record) {
        Instant at = record.appendedAt().isAfter(time) ? record.appendedAt() : time;
        Fleet timed = new Fleet(
                at,
                record.offset() + 1,
                log,
                held,
                version,
                brake,
                day,
                lastNumber,
                numbers,
                admitted,
                commands,
                Ruling.effective(),
                guards);
        if (!(record.event() instanceof FleetEvent event)) {
            return timed.ruled(new Ruling.Unknown());
        }
        if (!record.writer().is(Service.DETECTOR)) {
            return timed.ruled(
                    voided("written by %s, expected detector", record.writer().name()));
        }
        Optional<Ruling> command = CommandRules.refusal(event, at);
        if (command.isPresent()) {
            return timed.ruled(command.get());
        }
        return switch (event) {
            case FleetPinned pinned -> timed.pin(pinned);
            case IncidentNumbered numbered -> timed.number(numbered);
            case BrakeSet set -> timed.with(set);
            case FleetHeld hold -> timed.hold(hold.basis(), hold.why(), hold.command());
            case FleetReleased release -> timed.hold(release.basis(), null, release.command());
        };
    }

    private Fleet pin(FleetPinned pinned) {
        return log != null
                ? ruled(voided("this log is %s already", log))
                : new Fleet(
                        time,
                        next,
                        pinned.log(),
                        held,
                        version,
                        brake,
                        day,
                        lastNumber,
                        numbers,
                        admitted,
                        commands,
                        Ruling.effective(),
                        guards);
    }

    private Fleet number(IncidentNumbered event) {
        int expected = event.day().equals(day) ? lastNumber + 1 : 1;
        if (event.day().isBefore(day) || event.number() != expected) {
            return ruled(voided(
                    "number %d of %s, expected %d of %s", event.number(), event.day(), nextNumber(event.day()), day));
        }
        if (event.day().isAfter(LocalDate.ofInstant(time, ZoneOffset.UTC).plusDays(1))) {
            return ruled(voided("number of %s, but the log's time is %s", event.day(), time));
        }
        Number before = numbers.get(event.workspace());
        if (before != null && event.seq() <= before.seq()) {
            return ruled(
                    voided("incident %d of %s has the number %s", before.seq(), event.workspace(), before.incident()));
        }
        return admit(event);
    }

    private Fleet admit(IncidentNumbered event) {
        PVector<Instant> counted = stillCounted();
        boolean free = !guards.stops(Guard.BRAKE, counted.size() >= brake.most());
        // Whoever did not ask was not counted: its number must not carry a move that came up later.
        boolean admit = event.movesTrafficByItself() && free;
        Number given = new Number(event.seq(), IncidentId.of(event.day(), event.number()), admit);
        PVector<Instant> next2 = event.movesTrafficByItself() && free ? counted.plus(time) : counted;
        return new Fleet(
                time,
                next,
                log,
                held,
                version,
                brake,
                event.day(),
                event.number(),
                numbers.plus(event.workspace(), given),
                next2,
                commands,
                Ruling.effective(),
                guards);
    }

    private PVector<Instant> stillCounted() {
        Instant from = time.minus(brake.window());
        PVector<Instant> kept = admitted;
        while (!kept.isEmpty() && !kept.get(0).isAfter(from)) {
            kept = kept.minus(0);
        }
        return kept;
    }

    private Fleet with(BrakeSet set) {
        return new Fleet(
                time,
                next,
                log,
                held,
                version,
                set,
                day,
                lastNumber,
                numbers,
                admitted,
                commands,
                Ruling.effective(),
                guards);
    }

    private Fleet hold(long basis, @Nullable String why, SignedCommand command) {
        if (guards.stops(Guard.DECISION_BASIS, basis != version)) {
            return ruled(voided("decided on version %d, but %d is current", basis, version));
        }
        Optional<Ruling> replay = Commands.replay(commands, command, guards);
        if (replay.isPresent()) {
            return ruled(replay.get());
        }
        return new Fleet(
                time,
                next,
                log,
                why,
                version + 1,
                brake,
                day,
                lastNumber,
                numbers,
                admitted,
                Commands.use(commands, command, time),
                Ruling.effective(),
                guards);
    }

    private Fleet ruled(Ruling said) {
        return new Fleet(
                time, next, log, held, version, brake, day, lastNumber, numbers, admitted, commands, said, guards);
    }

    /** The number that a day's next incident must have. */
    public int nextNumber(LocalDate of) {
        return of.equals(day) ? lastNumber + 1 : 1;
    }

    /** The number of a workspace's incident, once it has one. */
    public Optional<Number> numberOf(WorkspaceId workspace, long seq) {
        return Optional.ofNullable(numbers.get(workspace)).filter(number -> number.seq() == seq);
    }
}
