package io.lifeboat.detector.incident.quorum;

import io.lifeboat.detector.incident.health.Ballot;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.incident.Vote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the majority of the configured vantages says of a target.
 *
 * @param state UNKNOWN where no state has a majority
 * @param since first bad evidence among the majority, by the vantages' clocks; absent unless DOWN or DEGRADED
 * @param ballots of all configured vantages, also of those without a vote
 * @param needed how many votes decide
 */
public record Verdict(
        TargetId target, TargetState state, @Nullable Instant since, List<Ballot> ballots, int needed) {

    public Verdict {
        ballots = List.copyOf(ballots);
    }

    public boolean isDown() {
        return state == TargetState.DOWN;
    }

    public boolean isUp() {
        return state == TargetState.UP;
    }

    /** Whether a majority sees something wrong. */
    public boolean isBad() {
        return state == TargetState.DOWN || state == TargetState.DEGRADED;
    }

    /** From when on it has been UP for as many as decide; nothing if it is not. */
    public Optional<Instant> upSince() {
        return isUp()
                ? saying(TargetState.UP)
                        .map(Ballot::since)
                        .sorted()
                        .skip(needed - 1)
                        .findFirst()
                : Optional.empty();
    }

    /** @throws IllegalStateException if nothing is wrong with the target */
    public Instant badSince() {
        if (since == null) {
            throw new IllegalStateException("verdict on %s: expected a bad one, it is %s".formatted(target, state));
        }
        return since;
    }

    public Stream<Ballot> saying(TargetState said) {
        return ballots.stream().filter(ballot -> ballot.counts() && ballot.state() == said);
    }

    public Stream<Ballot> bad() {
        return ballots.stream().filter(Ballot::isBad);
    }

    public List<Vote> votes() {
        return ballots.stream().map(Ballot::vote).toList();
    }

    /** Who says so, of how many: for the sentence of a decision. */
    public String tally() {
        long with = isBad() ? bad().count() : saying(state).count();
        return "%s %s by %d of %d vantages".formatted(target, state, with, ballots.size());
    }

    /** What the first of the majority saw. */
    public Optional<String> evidence() {
        return bad().map(ballot -> ballot.vote().evidence()).findFirst();
    }
}
