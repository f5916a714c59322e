package io.lifeboat.detector.incident.health;

import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.events.incident.Vote;
import io.lifeboat.events.plan.Arguments;
import java.time.Instant;

/**
 * A vantage's vote on one target, with what machines need of it.
 *
 * @param counts whether the vantage has a vote on this target now; if not the vote says UNKNOWN and why
 */
public record Ballot(Vote vote, boolean counts, Arguments detail) {

    static Ballot of(TargetReported report) {
        Vote vote = new Vote(report.vantage(), report.target(), report.state(), report.since(), report.evidence());
        return new Ballot(vote, report.state() != TargetState.UNKNOWN, report.detail());
    }

    static Ballot none(VantageId vantage, TargetId target, String why) {
        return new Ballot(new Vote(vantage, target, TargetState.UNKNOWN, null, why), false, Arguments.none());
    }

    public TargetState state() {
        return vote.state();
    }

    /** From when on the vantage has seen this state, by its own clock. @throws IllegalStateException if it has no vote */
    public Instant since() {
        if (vote.since() == null) {
            throw new IllegalStateException("%s has no vote on %s".formatted(vote.vantage(), vote.target()));
        }
        return vote.since();
    }

    /** Whether the vantage sees something wrong. */
    public boolean isBad() {
        return counts && (vote.state() == TargetState.DOWN || vote.state() == TargetState.DEGRADED);
    }
}
