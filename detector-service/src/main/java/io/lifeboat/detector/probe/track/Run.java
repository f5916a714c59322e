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
 * @param first when the first of them was asked
 */
record Run(boolean worse, ProbeResult nearest, Instant first, int length, int hard) {

    static Run begin(boolean worse, ProbeResult result, Instant asked) {
        return new Run(worse, result, asked, 1, hard(result));
    }

    Run and(ProbeResult result) {
        boolean nearer = worse ? rank(result) <= rank(nearest) : rank(result) >= rank(nearest);
        return new Run(worse, nearer ? result : nearest, first, length + 1, hard + hard(result));
    }

    /** Whether it is enough to change the opinion. */
    boolean convinces(Hysteresis rules, int upAfter, Instant now) {
        if (!worse) {
            return length >= upAfter;
        }
        if (nearest.state() != TargetState.DOWN) {
            return length >= rules.downAfter();
        }
        boolean silent = Duration.between(first, now).compareTo(rules.silence()) >= 0;
        return hard >= rules.hardDownAfter() || (length >= rules.downAfter() && silent);
    }

    private static int rank(ProbeResult result) {
        return Opinion.rank(result.state());
    }

    private static int hard(ProbeResult result) {
        return result.weight() == Weight.HARD ? 1 : 0;
    }
}
