package io.lifeboat.detector.incident.quorum;

import io.lifeboat.detector.incident.health.Ballot;
import io.lifeboat.detector.incident.health.HealthView;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.events.id.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The majority of the CONFIGURED vantages, or more of them where a workspace wants that; not of those that happen to answer:
 * two that abstain and one that says DOWN are no quorum. Immutable.
 */
public final class Quorum {
    private final SortedSet<VantageId> configured;
    private final int least;

    /** A majority decides. @throws IllegalArgumentException if there is no vantage */
    public Quorum(Collection<VantageId> vantages) {
        this(vantages, 1);
    }

    /**
     * @param least vantages that must agree; the majority where that is more
     * @throws IllegalArgumentException if there is no vantage, or if there are not that many
     */
    public Quorum(Collection<VantageId> vantages, int least) {
        if (vantages.isEmpty()) {
            throw new IllegalArgumentException("vantages: expected at least one, got none");
        }
        configured = new TreeSet<>(vantages);
        if (least < 1 || least > configured.size()) {
            throw new IllegalArgumentException(
                    "least: expected 1 to the number of vantages (%d), got %d".formatted(configured.size(), least));
        }
        this.least = least;
    }

    /** How many must agree. */
    public int needed() {
        return Math.max(configured.size() / 2 + 1, least);
    }

    public Verdict verdict(HealthView health, WorkspaceId workspace, TargetId target, Instant now) {
        List<Ballot> ballots = configured.stream()
                .map(vantage -> health.ballot(vantage, workspace, target, now))
                .toList();
        TargetState state = state(ballots);
        return new Verdict(target, state, since(state, ballots), ballots, needed());
    }

    /** DEGRADED also where a majority sees it bad and cannot agree how bad. */
    private TargetState state(List<Ballot> ballots) {
        if (has(count(ballots, TargetState.DOWN))) {
            return TargetState.DOWN;
        }
        if (has(count(ballots, TargetState.DOWN) + count(ballots, TargetState.DEGRADED))) {
            return TargetState.DEGRADED;
        }
        return has(count(ballots, TargetState.UP)) ? TargetState.UP : TargetState.UNKNOWN;
    }

    private boolean has(long votes) {
        return votes >= needed();
    }

    private static long count(List<Ballot> ballots, TargetState state) {
        return ballots.stream()
                .filter(ballot -> ballot.counts() && ballot.state() == state)
                .count();
    }

    /**
     * Where more than a majority agrees the earliest of them are left out: one vantage that has been wrong for hours must
     * not start the clock.
     */
    private @Nullable Instant since(TargetState state, List<Ballot> ballots) {
        if (state != TargetState.DOWN && state != TargetState.DEGRADED) {
            return null;
        }
        List<Instant> bad = ballots.stream()
                .filter(ballot -> state == TargetState.DOWN ? ballot.state() == TargetState.DOWN : ballot.isBad())
                .filter(Ballot::counts)
                .map(Ballot::since)
                .sorted()
                .toList();
        return bad.get(bad.size() - needed());
    }
}
