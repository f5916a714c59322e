package io.lifeboat.failover.assess;

import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.RefusalKind;
import java.util.Locale;

/**
 * What one check found.
 *
 * @param detail one line for people
 */
public record Finding(String check, Verdict verdict, String detail) {

    /** How a check went. */
    public enum Verdict {
        PASS,
        /** The standby is unfit. */
        FAIL,
        /** It could not be asked, which may pass. */
        UNREACHABLE,
        /** There is nothing to judge by. */
        NOT_RUN
    }

    static Finding pass(String check, String detail) {
        return new Finding(check, Verdict.PASS, detail);
    }

    static Finding fail(String check, String detail) {
        return new Finding(check, Verdict.FAIL, detail);
    }

    static Finding unreachable(String check, String detail) {
        return new Finding(check, Verdict.UNREACHABLE, detail);
    }

    static Finding notRun(String check, String detail) {
        return new Finding(check, Verdict.NOT_RUN, detail);
    }

    /** No answer and "too many requests" may pass; any other error is an answer about the standby. */
    static Finding of(String check, String asked, Answer.Failure<?> failure) {
        String detail = "%s: %s".formatted(asked, failure.summary());
        return switch (failure) {
            case Answer.Unreachable<?> lost -> unreachable(check, detail);
            case Answer.Refused<?> refused ->
                refused.kind() == RefusalKind.RATE_LIMITED ? unreachable(check, detail) : fail(check, detail);
            case Answer.Unreadable<?> garbage -> fail(check, detail);
        };
    }

    /** For the timeline. */
    public String line() {
        return "%s: %s: %s"
                .formatted(check, verdict.name().toLowerCase(Locale.ROOT).replace('_', ' '), detail);
    }
}
