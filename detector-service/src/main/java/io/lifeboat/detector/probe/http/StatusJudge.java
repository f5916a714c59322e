package io.lifeboat.detector.probe.http;

import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.Reason;
import io.lifeboat.qdrant.transport.RawAnswer;
import java.time.Duration;
import java.util.function.IntPredicate;

/**
 * The verdict on an answer of which only the status counts.
 *
 * @param asked what was asked of whom, as the sentence's beginning
 * @param expected for the sentence: which status is good
 */
record StatusJudge(String asked, String expected, IntPredicate good) {

    ProbeResult judge(RawAnswer raw, Duration latency) {
        return switch (raw) {
            case RawAnswer.None none ->
                Judge.unreachable(none.cause(), "%s: %s".formatted(asked, none.detail()), latency);
            case RawAnswer.Broken broken ->
                ProbeResult.degraded(
                        Reason.GARBAGE,
                        "%s: status %d, then %s after %d bytes"
                                .formatted(
                                        asked,
                                        broken.status(),
                                        damage(broken.damage()),
                                        broken.head().size()),
                        latency);
            case RawAnswer.Whole whole -> whole(whole, latency);
        };
    }

    private ProbeResult whole(RawAnswer.Whole whole, Duration latency) {
        if (good.test(whole.status())) {
            return ProbeResult.up(asked + " answered " + whole.status(), latency);
        }
        String said = whole.body().isEmpty() ? "" : ": " + whole.body().excerpt();
        return ProbeResult.degraded(
                reason(whole.status()),
                "%s answered %d, expected %s%s".formatted(asked, whole.status(), expected, said),
                latency);
    }

    private static Reason reason(int status) {
        if (status == 401 || status == 403) {
            return Reason.KEY_REFUSED;
        }
        if (status == 429) {
            return Reason.RATE_LIMITED;
        }
        return status >= 500 ? Reason.SERVER_ERROR : Reason.WRONG_STATUS;
    }

    private static String damage(RawAnswer.Damage damage) {
        return switch (damage) {
            case TOO_LARGE -> "more than allowed";
            case CUT_SHORT -> "the connection's end";
        };
    }
}
