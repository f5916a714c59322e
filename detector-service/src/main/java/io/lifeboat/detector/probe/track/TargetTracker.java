package io.lifeboat.detector.probe.track;

import io.lifeboat.detector.probe.Hysteresis;
import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.events.health.TargetState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One probe's opinion of one target, with hysteresis both ways: it worsens after several worse results in a row (after
 * fewer if they are refusals), and betters after several better ones (after more of them the more it flaps). Immutable
 * and pure.
 *
 * @param run what contradicts the opinion by now
 * @param relapses how often it worsened soon after it had recovered, at most 3
 * @param recovered when it last got better
 */
public record TargetTracker(
        Hysteresis rules, Opinion opinion, Optional<Run> run, int relapses, Optional<Instant> recovered) {
    private static final int MOST_RELAPSES = 3;

    /** Nothing is known yet. */
    public static TargetTracker begin(Hysteresis rules, Instant now) {
        return new TargetTracker(rules, Opinion.none(now), Optional.empty(), 0, Optional.empty());
    }

    /** Contradicted, but not convinced: the next look should come soon. */
    public boolean suspects() {
        return run.map(Run::worse).orElse(false);
    }

    /** The tracker after one more result, which came just now. */
    public TargetTracker after(ProbeResult result, Instant now) {
        if (result.state() == TargetState.UNKNOWN) {
            return this;
        }
        if (result.state() == opinion.state()) {
            return with(opinion.confirmedBy(result));
        }
        Run longer = lengthened(result, now.minus(result.latency()));
        return longer.convinces(rules, upAfter(), now) ? adopting(longer, now) : doubting(longer);
    }

    private Run lengthened(ProbeResult result, Instant asked) {
        boolean worse = Opinion.rank(result.state()) > Opinion.rank(opinion.state());
        return run.filter(before -> before.worse() == worse)
                .map(before -> before.and(result))
                .orElseGet(() -> Run.begin(worse, result, asked));
    }

    /** The first good result is believed at once: there is no bad opinion to give up. */
    private int upAfter() {
        return opinion.state() == TargetState.UNKNOWN ? 1 : rules.upAfter() << relapses;
    }

    private TargetTracker adopting(Run run, Instant now) {
        ProbeResult result = run.nearest();
        Opinion next = new Opinion(result.state(), run.first(), result.evidence(), result.detail());
        boolean known = opinion.state() != TargetState.UNKNOWN;
        return run.worse()
                ? new TargetTracker(rules, next, Optional.empty(), relapsesAt(now), recovered)
                : new TargetTracker(rules, next, Optional.empty(), relapses, known ? Optional.of(now) : recovered);
    }

    private int relapsesAt(Instant now) {
        boolean soon = recovered
                .map(then -> Duration.between(then, now).compareTo(rules.flapWindow()) < 0)
                .orElse(false);
        return soon ? Math.min(MOST_RELAPSES, relapses + 1) : 0;
    }

    private TargetTracker with(Opinion same) {
        return new TargetTracker(rules, same, Optional.empty(), relapses, recovered);
    }

    private TargetTracker doubting(Run longer) {
        return new TargetTracker(rules, opinion, Optional.of(longer), relapses, recovered);
    }
}
