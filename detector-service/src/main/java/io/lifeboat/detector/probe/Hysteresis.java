package io.lifeboat.detector.probe;

import java.time.Duration;

/**
 * How much evidence changes an opinion.
 *
 * @param downAfter that many worse results in a row
 * @param upAfter that many better ones; more while the target flaps
 * @param hardDownAfter that many refusals, however quickly they came
 * @param silence nothing but refusals makes a target DOWN sooner than this after the first unanswered question: a pause
 *     shorter than it is never a failure
 * @param flapWindow a relapse this soon after a recovery is flapping
 */
public record Hysteresis(int downAfter, int upAfter, int hardDownAfter, Duration silence, Duration flapWindow) {

    public Hysteresis {
        requirePositive("downAfter", downAfter);
        requirePositive("upAfter", upAfter);
        requirePositive("hardDownAfter", hardDownAfter);
        requireNotNegative("silence", silence);
        requireNotNegative("flapWindow", flapWindow);
    }

    /** 2 down, 3 up, 2 refusals, 1.2 s of silence, 5 min. */
    public static Hysteresis defaults() {
        return new Hysteresis(2, 3, 2, Duration.ofMillis(1200), Duration.ofMinutes(5));
    }

    private static void requirePositive(String field, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(field + ": expected at least 1, got " + value);
        }
    }

    private static void requireNotNegative(String field, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(field + ": expected at least zero, got " + value);
        }
    }
}
