package io.lifeboat.qdrant.alias;

import io.lifeboat.qdrant.alias.AliasAction.Create;
import io.lifeboat.qdrant.alias.AliasAction.Delete;
import io.lifeboat.qdrant.alias.AliasAction.Rename;
import io.lifeboat.qdrant.alias.SwitchOutcome.Moved;
import io.lifeboat.qdrant.alias.SwitchOutcome.NothingMoved;
import io.lifeboat.qdrant.alias.SwitchOutcome.PartlyApplied;
import io.lifeboat.qdrant.alias.SwitchOutcome.Stale;
import io.lifeboat.qdrant.alias.SwitchOutcome.Unseen;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.Answer.Accepted;
import io.lifeboat.qdrant.answer.Answer.Failure;
import io.lifeboat.qdrant.answer.Answer.Ok;
import io.lifeboat.qdrant.answer.Answer.Refused;
import io.lifeboat.qdrant.answer.Answer.Unreachable;
import io.lifeboat.qdrant.answer.Answer.Unreadable;
import io.lifeboat.qdrant.answer.UnreadableKind;
import java.util.List;

/**
 * Moves an alias only if nobody has moved it since we looked: the batch first renames the marker that we saw, which
 * fails where it is missing, and then nothing moves (case 44 of the contract). The alias points to a collection at
 * every moment.
 *
 * <p>A batch is not rolled back, and an answer may be lost; so every outcome is judged by looking afterwards.
 */
public record AliasSwitch(AliasCalls calls, String alias) {

    /** What stands there now. */
    public Answer<AliasState> look() throws InterruptedException {
        return calls.list().map(all -> AliasState.of(alias, all));
    }

    /**
     * Moves the alias to {@code collection} if {@code expected} is the marker that stands there. To seal a claim,
     * pass the collection it points to already: a late request under {@code expected} then fails.
     *
     * @param wanted our marker, of a higher epoch
     */
    public SwitchOutcome move(Marker expected, Marker wanted, String collection) throws InterruptedException {
        requireMine(expected);
        requireMine(wanted);
        if (wanted.epoch() <= expected.epoch()) {
            throw new IllegalArgumentException(
                    "wanted: expected an epoch above " + expected.epoch() + ", found " + wanted.epoch());
        }
        Answer<Boolean> answer = calls.update(
                List.of(new Rename(expected.aliasName(), wanted.aliasName()), new Create(alias, collection)));
        return judged(answer, new Attempt(expected, wanted, collection));
    }

    /**
     * Sets the first marker beside an alias that has none, and the alias itself where it is missing. This alone cannot
     * be made conditional: if another marker turns up, ours is taken back. Do it while nobody switches.
     */
    public SwitchOutcome bootstrap(Marker first, String collection) throws InterruptedException {
        requireMine(first);
        return switch (look()) {
            case Ok<AliasState> seen
            when seen.result().markers().isEmpty() -> createFirst(seen.result(), first, collection);
            case Ok<AliasState> seen -> judgedFirst(seen.result(), first, collection);
            case Accepted<AliasState> accepted -> unseen202();
            case Failure<AliasState> failure -> new Unseen(failure);
        };
    }

    private SwitchOutcome createFirst(AliasState before, Marker first, String collection) throws InterruptedException {
        Create marker = new Create(first.aliasName(), collection);
        List<AliasAction> batch =
                before.collection().isPresent() ? List.of(marker) : List.of(marker, new Create(alias, collection));
        Answer<Boolean> answer = calls.update(batch);
        return switch (look()) {
            case Ok<AliasState> seen when seen.result().markers().size() > 1 -> takeBack(seen.result(), first);
            case Ok<AliasState> seen when seen.result().markers().isEmpty() -> nothing(seen.result(), answer);
            case Ok<AliasState> seen -> judgedFirst(seen.result(), first, collection);
            case Accepted<AliasState> accepted -> unseen202();
            case Failure<AliasState> failure -> new Unseen(failure);
        };
    }

    private SwitchOutcome takeBack(AliasState seen, Marker mine) throws InterruptedException {
        return switch (calls.update(List.of(new Delete(mine.aliasName())))) {
            case Ok<Boolean> ok -> new Stale(seen);
            case Accepted<Boolean> accepted -> new Stale(seen);
            case Failure<Boolean> failure -> new Unseen(failure.as());
        };
    }

    private static SwitchOutcome judgedFirst(AliasState seen, Marker first, String collection) {
        if (!seen.markers().equals(List.of(first))) {
            return new Stale(seen);
        }
        return seen.collection().filter(collection::equals).isPresent() ? new Moved(seen) : new PartlyApplied(seen);
    }

    private record Attempt(Marker expected, Marker wanted, String collection) {}

    private SwitchOutcome judged(Answer<Boolean> answer, Attempt attempt) throws InterruptedException {
        return switch (look()) {
            case Ok<AliasState> seen -> judged(answer, attempt, seen.result());
            case Accepted<AliasState> accepted -> unseen202();
            case Failure<AliasState> failure -> new Unseen(failure);
        };
    }

    private static SwitchOutcome judged(Answer<Boolean> answer, Attempt attempt, AliasState seen) {
        Marker last = seen.last().orElse(null);
        if (attempt.wanted().equals(last)) {
            return seen.collection().filter(attempt.collection()::equals).isPresent()
                    ? new Moved(seen)
                    : new PartlyApplied(seen);
        }
        return attempt.expected().equals(last) ? nothing(seen, answer) : new Stale(seen);
    }

    private static SwitchOutcome nothing(AliasState seen, Answer<Boolean> answer) {
        return switch (answer) {
            case Failure<Boolean> failure -> new NothingMoved(seen, failure, mayStillLand(failure));
            case Ok<Boolean> ok -> new Stale(seen);
            case Accepted<Boolean> accepted -> new Stale(seen);
        };
    }

    /** A refusal is an end, but for the server's own time-outs, which are answered with 408 or 500 (case 38). */
    private static boolean mayStillLand(Failure<Boolean> failure) {
        return switch (failure) {
            case Refused<Boolean> refused ->
                switch (refused.kind()) {
                    case TIMEOUT, INTERNAL, UNAVAILABLE -> true;
                    case NOT_MODIFIED, BAD_INPUT, LIMIT_EXCEEDED, UNAUTHORIZED, FORBIDDEN, NOT_FOUND, UNKNOWN_ROUTE ->
                        false;
                    case STANDALONE, ALREADY_EXISTS, VALIDATION, RATE_LIMITED -> false;
                    case ALREADY_IN_PROGRESS, INSUFFICIENT_STORAGE -> false;
                };
            case Unreadable<Boolean> unreadable -> true;
            case Unreachable<Boolean> unreachable ->
                switch (unreachable.why()) {
                    case TIMED_OUT, RESET, TLS -> true;
                    case REFUSED, UNKNOWN_HOST, NO_ROUTE, NO_SECRET -> false;
                };
        };
    }

    private static SwitchOutcome unseen202() {
        return new Unseen(new Unreadable<>(UnreadableKind.WRONG_SHAPE, 202, "a read was accepted, not answered", ""));
    }

    private void requireMine(Marker marker) {
        if (!marker.alias().equals(alias)) {
            throw new IllegalArgumentException("marker: expected one of alias " + alias + ", found " + marker);
        }
    }
}
