package io.lifeboat.qdrant.answer;

import io.lifeboat.qdrant.transport.RawAnswer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a Qdrant answered to one call, judged. What the other side does is a value here and never an exception.
 *
 * @param <T> the result's type
 */
public sealed interface Answer<T> {

    /** The result, with the HTTP status it came by. */
    record Ok<T>(T result, int httpStatus) implements Answer<T> {}

    /** 202: it will be done, and nobody will say when or whether (snapshot calls with {@code wait=false}). */
    record Accepted<T>() implements Answer<T> {}

    /** Anything but a result. {@link #summary()} is one line for a person. */
    sealed interface Failure<T> extends Answer<T> {
        String summary();

        /** The same failure, as an answer to a call of another type. */
        <U> Failure<U> as();
    }

    /**
     * Qdrant understood and said no.
     *
     * @param message as Qdrant wrote it, prefix included, at most a few kilobytes; empty if it said nothing
     * @param retryAfter present for {@link RefusalKind#RATE_LIMITED} if Qdrant named it
     */
    record Refused<T>(RefusalKind kind, int status, String message, Optional<Duration> retryAfter)
            implements Failure<T> {
        @Override
        public String summary() {
            return "refused with " + status + " " + kind + (message.isEmpty() ? "" : ": " + message);
        }

        @Override
        public <U> Failure<U> as() {
            return new Refused<>(kind, status, message, retryAfter);
        }
    }

    /** Something came that Qdrant would not say. {@code excerpt} is its beginning, on one line. */
    record Unreadable<T>(UnreadableKind why, int status, String detail, String excerpt) implements Failure<T> {
        @Override
        public String summary() {
            String cited = excerpt.isEmpty() ? "" : ": \"" + excerpt + "\"";
            return "unreadable answer with " + status + " (" + why + ", " + detail + ")" + cited;
        }

        @Override
        public <U> Failure<U> as() {
            return new Unreadable<>(why, status, detail, excerpt);
        }
    }

    /** Nothing came, or not in time: the request may or may not have had its effect, unless it was refused. */
    record Unreachable<T>(RawAnswer.Cause why, String detail) implements Failure<T> {
        @Override
        public String summary() {
            return "no answer (" + why + ", " + detail + ")";
        }

        @Override
        public <U> Failure<U> as() {
            return new Unreachable<>(why, detail);
        }
    }

    /** The same answer with its value changed, if it has one. */
    default <U> Answer<U> map(Function<? super T, ? extends U> change) {
        return switch (this) {
            case Ok<T> ok -> new Ok<>(change.apply(ok.result()), ok.httpStatus());
            case Accepted<T> accepted -> new Accepted<>();
            case Failure<T> failure -> failure.as();
        };
    }

    /** The value, if there is one. */
    default Optional<T> value() {
        return switch (this) {
            case Ok<T> ok -> Optional.of(ok.result());
            case Accepted<T> accepted -> Optional.empty();
            case Failure<T> failure -> Optional.empty();
        };
    }
}
