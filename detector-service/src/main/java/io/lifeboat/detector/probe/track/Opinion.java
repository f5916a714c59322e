package io.lifeboat.detector.probe.track;

import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.plan.Arguments;
import java.time.Instant;

/**
 * What is held of a target.
 *
 * @param since when the first question was asked whose answer spoke for this state
 */
public record Opinion(TargetState state, Instant since, String evidence, Arguments detail) {

    /** Nothing is known. */
    public static Opinion none(Instant since) {
        return new Opinion(TargetState.UNKNOWN, since, "not asked yet", Arguments.none());
    }

    /** The same opinion with newer evidence. */
    Opinion confirmedBy(ProbeResult result) {
        return new Opinion(state, since, result.evidence(), result.detail());
    }

    /** How bad it is: 0 for what is not bad or not known. */
    static int rank(TargetState state) {
        return switch (state) {
            case UNKNOWN, UP -> 0;
            case DEGRADED -> 1;
            case DOWN -> 2;
        };
    }
}
