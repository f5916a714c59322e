package io.lifeboat.detector.probe.http;

import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.ProbeResult.Weight;
import io.lifeboat.detector.probe.Reason;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.RefusalKind;
import io.lifeboat.qdrant.transport.RawAnswer;
import java.time.Duration;

/** What a failed call proves about its target. Pure. */
public final class Judge {
    private Judge() {}

    /**
     * The verdict on a failure.
     *
     * @param asked what was asked of whom, as the sentence's beginning
     */
    public static ProbeResult failure(String asked, Answer.Failure<?> failure, Duration latency) {
        String evidence = asked + ": " + failure.summary();
        return switch (failure) {
            case Answer.Refused<?> refused -> ProbeResult.degraded(reason(refused.kind()), evidence, latency);
            case Answer.Unreadable<?> unreadable -> ProbeResult.degraded(Reason.GARBAGE, evidence, latency);
            case Answer.Unreachable<?> unreachable -> unreachable(unreachable.why(), evidence, latency);
        };
    }

    /** The verdict on an answer that never came. */
    public static ProbeResult unreachable(RawAnswer.Cause cause, String evidence, Duration latency) {
        return switch (cause) {
            case REFUSED -> ProbeResult.down(Reason.REFUSED, Weight.HARD, evidence, latency);
            case TIMED_OUT -> ProbeResult.down(Reason.SILENT, Weight.LATE, evidence, latency);
            case RESET -> ProbeResult.down(Reason.RESET, Weight.SOFT, evidence, latency);
            case UNKNOWN_HOST, NO_ROUTE, TLS -> ProbeResult.down(Reason.UNREACHABLE, Weight.SOFT, evidence, latency);
            case NO_SECRET -> ProbeResult.degraded(Reason.KEY_UNAVAILABLE, evidence, latency);
        };
    }

    private static Reason reason(RefusalKind kind) {
        return switch (kind) {
            case UNAUTHORIZED, FORBIDDEN -> Reason.KEY_REFUSED;
            case RATE_LIMITED -> Reason.RATE_LIMITED;
            case UNAVAILABLE, ALREADY_IN_PROGRESS -> Reason.NOT_READY;
            case INTERNAL, TIMEOUT, INSUFFICIENT_STORAGE -> Reason.SERVER_ERROR;
            case NOT_MODIFIED,
                    BAD_INPUT,
                    LIMIT_EXCEEDED,
                    NOT_FOUND,
                    UNKNOWN_ROUTE,
                    STANDALONE,
                    ALREADY_EXISTS,
                    VALIDATION -> Reason.WRONG_STATUS;
        };
    }
}
