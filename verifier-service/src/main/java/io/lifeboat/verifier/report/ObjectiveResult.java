package io.lifeboat.verifier.report;

import java.time.Duration;
import java.util.Optional;

/**
 * One objective, and how it was kept.
 *
 * @param name RTO or RPO
 * @param actual absent where it was not measured
 * @param measured what the actual value is, or why there is none
 */
public record ObjectiveResult(
        String name, Duration target, Duration maximum, Optional<Duration> actual, Verdict verdict, String measured) {

    /** How an objective was kept. */
    public enum Verdict {
        /** Within the target. */
        MET,
        /** Over the target, within the maximum. */
        MISSED,
        /** Over the maximum. */
        BREACHED,
        /** Within the target so far, but not over yet. */
        OPEN,
        /** Nobody knows. */
        NOT_MEASURED
    }

    static ObjectiveResult of(
            String name, Duration target, Duration maximum, Optional<Duration> actual, String measured) {
        Verdict verdict = actual.map(value -> verdict(value, target, maximum)).orElse(Verdict.NOT_MEASURED);
        return new ObjectiveResult(name, target, maximum, actual, verdict, measured);
    }

    /** One that is still running: it cannot be met yet. */
    static ObjectiveResult running(String name, Duration target, Duration maximum, Duration soFar, String measured) {
        Verdict verdict = verdict(soFar, target, maximum);
        return new ObjectiveResult(
                name, target, maximum, Optional.of(soFar), verdict == Verdict.MET ? Verdict.OPEN : verdict, measured);
    }

    private static Verdict verdict(Duration actual, Duration target, Duration maximum) {
        if (actual.compareTo(target) <= 0) {
            return Verdict.MET;
        }
        return actual.compareTo(maximum) <= 0 ? Verdict.MISSED : Verdict.BREACHED;
    }
}
