package io.lifeboat.detector.probe.track;

import io.lifeboat.detector.probe.Hysteresis;
import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.ProbeResult.Weight;
import io.lifeboat.events.health.TargetState;
import java.time.Duration;
import java.time.Instant;

/**
 * Results in a row that contradict the opinion in one direction.
 *
 * @param nearest of them the one nearest to the opinion: that much all of them said
 * @param hard how many were refusals
 * @param late how many rest on answers that did not come in time
 * @param first when the first of them was asked
 */
record Run(boolean worse, ProbeResult nearest, Instant first, int length, int hard, int late) {

    static Run begin(boolean worse, ProbeResult result, Instant asked) {
        return new Run(worse, result, asked, 1, has(result, Weight.HARD), has(result, Weight.LATE));
    }

    Run and(ProbeResult result) {
        boolean nearer = worse ? rank(result) <= rank(nearest) : rank(result) >= rank(nearest);
        return new Run(
                worse,
                nearer ? result : nearest,
                first,
                length + 1,
                hard + has(result, Weight.HARD),
                late + has(result, Weight.LATE));
    }

    /** Whether it is enough to change the opinion. */
    boolean convinces(Hysteresis rules, int upAfter, Instant now) {
        if (!worse) {
            return length >= upAfter;
        }
        boolean down = nearest.state() == TargetState.DOWN;
        boolean lasted = Duration.between(first, now).compareTo(rules.silence()) >= 0;
        boolean answered = !down && late == 0;
        return (down && hard >= rules.hardDownAfter()) || (length >= rules.downAfter() && (lasted || answered));
    }

    private static int rank(ProbeResult result) {
        return Opinion.rank(result.state());
    }

    private static int has(ProbeResult result, Weight weight) {
        return result.weight() == weight ? 1 : 0;
    }
}
