package io.lifeboat.detector.probe.qdrant;

import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.Reason;
import io.lifeboat.detector.probe.http.Judge;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.RefusalKind;
import io.lifeboat.qdrant.transport.RawAnswer;
import java.time.Duration;

/** Tells a collection's trouble from its node's. Pure. */
final class CollectionTrouble {
    private CollectionTrouble() {}

    static CanaryResult unsound(Reason reason, String collection, String what) {
        return new CanaryResult.Unsound(
                new Finding(reason, collection, "collection %s: %s".formatted(collection, what)));
    }

    /** A node that has just answered and is silent on one collection has a collection in trouble. */
    static CanaryResult of(NodeCalls calls, Reason reason, String collection, String what, Answer.Failure<?> failure) {
        String sentence = "%s failed: %s".formatted(what, failure.summary());
        return switch (failure) {
            case Answer.Refused<?> refused when isAboutKey(refused.kind()) -> node(calls, what, failure);
            case Answer.Refused<?> refused
            when refused.kind() == RefusalKind.NOT_FOUND ->
                new CanaryResult.Sound(); // dropped since telemetry named it; if it must be there, telemetry will tell
            case Answer.Refused<?> refused -> unsound(reason, collection, sentence);
            case Answer.Unreadable<?> unreadable -> unsound(reason, collection, sentence);
            case Answer.Unreachable<?> unreachable
            when unreachable.why() == RawAnswer.Cause.TIMED_OUT ->
                new CanaryResult.Unsound(
                        new Finding(reason, collection, "collection %s: %s".formatted(collection, sentence), true));
            case Answer.Unreachable<?> unreachable -> node(calls, what, failure);
        };
    }

    private static CanaryResult node(NodeCalls calls, String what, Answer.Failure<?> failure) {
        ProbeResult result = Judge.failure(calls.asked(what), failure, Duration.ZERO);
        return new CanaryResult.NodeTrouble(result);
    }

    private static boolean isAboutKey(RefusalKind kind) {
        return kind == RefusalKind.UNAUTHORIZED || kind == RefusalKind.FORBIDDEN;
    }
}
