package io.lifeboat.qdrant.transport;

import java.util.Optional;

/** What came back, not yet judged. A transport never throws for what the other side does. */
public sealed interface RawAnswer {

    /** A whole answer. */
    record Whole(int status, Optional<String> contentType, Optional<String> retryAfter, Body body)
            implements RawAnswer {}

    /** The answer began and did not end well: {@code head} is what had come. */
    record Broken(int status, Optional<String> contentType, Damage damage, Body head) implements RawAnswer {}

    /** No answer began, or its time ran out. {@code detail} is for people. */
    record None(Cause cause, String detail) implements RawAnswer {}

    /** How an answer's body broke. */
    enum Damage {
        /** More bytes than the request allows. */
        TOO_LARGE,
        /** The connection ended before the body did. */
        CUT_SHORT
    }

    /** Why there is no answer. */
    enum Cause {
        REFUSED,
        TIMED_OUT,
        RESET,
        UNKNOWN_HOST,
        NO_ROUTE,
        TLS,
        /** The key's reference could not be resolved: nothing was sent. */
        NO_SECRET
    }
}
