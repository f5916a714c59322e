package io.lifeboat.qdrant.answer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.lifeboat.qdrant.answer.Answer.Accepted;
import io.lifeboat.qdrant.answer.Answer.Failure;
import io.lifeboat.qdrant.answer.Answer.Ok;
import io.lifeboat.qdrant.answer.Answer.Refused;
import io.lifeboat.qdrant.answer.Answer.Unreachable;
import io.lifeboat.qdrant.answer.Answer.Unreadable;
import io.lifeboat.qdrant.transport.Body;
import io.lifeboat.qdrant.transport.RawAnswer;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Judges raw answers, whatever transport brought them. Pure and thread-safe.
 *
 * <p>Errors come in three forms: the JSON envelope, plain text (all 401, 403 before a handler is reached, snapshot
 * downloads), and an empty body (unknown route). Recorded in cases 01, 02, 31 of the contract.
 */
public final class AnswerParser {
    private static final int MAX_MESSAGE = 4096;

    private AnswerParser() {}

    /** For calls that answer with the envelope. */
    public static <T> Answer<T> envelope(RawAnswer raw, ResultReader<T> reader) {
        return judge(raw, whole -> inEnvelope(whole, reader, Optional.empty()));
    }

    /** For calls that answer with the envelope and true, or with nothing where true is meant: uploads of shards (cases 30, 36). */
    public static Answer<Boolean> acknowledged(RawAnswer raw) {
        return judge(raw, whole -> inEnvelope(whole, ResultReader.ofFlag(), Optional.of(true)));
    }

    /** For the answer to a download that is none: whatever it is, it is no success. */
    public static <T> Answer<T> refusal(RawAnswer raw) {
        return judge(
                raw, whole -> unreadable(whole, UnreadableKind.WRONG_SHAPE, "a success where a refusal was expected"));
    }

    /** For {@code GET /}, which has no envelope. */
    public static <T> Answer<T> document(RawAnswer raw, ResultReader<T> reader) {
        return judge(raw, whole -> asDocument(whole, reader));
    }

    /** For the probes' and metrics' plain text. */
    public static Answer<String> text(RawAnswer raw) {
        return judge(raw, AnswerParser::asText);
    }

    @FunctionalInterface
    private interface SuccessReader<T> {
        Answer<T> read(RawAnswer.Whole whole) throws IOException;
    }

    private static <T> Answer<T> judge(RawAnswer raw, SuccessReader<T> onSuccess) {
        return switch (raw) {
            case RawAnswer.None none -> new Unreachable<>(none.cause(), none.detail());
            case RawAnswer.Broken broken -> broken(broken);
            case RawAnswer.Whole whole
            when isHtml(whole) ->
                new Unreadable<>(
                        UnreadableKind.HTML,
                        whole.status(),
                        "a page",
                        whole.body().excerpt());
            case RawAnswer.Whole whole when whole.status() == 200 || whole.status() == 202 -> success(whole, onSuccess);
            case RawAnswer.Whole whole -> refusal(whole);
        };
    }

    private static <T> Failure<T> broken(RawAnswer.Broken broken) {
        int size = broken.head().size();
        String excerpt = broken.head().excerpt();
        return switch (broken.damage()) {
            case TOO_LARGE ->
                new Unreadable<>(UnreadableKind.TOO_LARGE, broken.status(), "more than " + size + " bytes", excerpt);
            case CUT_SHORT ->
                new Unreadable<>(UnreadableKind.CUT_SHORT, broken.status(), "cut after " + size + " bytes", excerpt);
        };
    }

    private static <T> Answer<T> success(RawAnswer.Whole whole, SuccessReader<T> onSuccess) {
        try {
            return onSuccess.read(whole);
        } catch (JsonEOFException e) {
            return unreadable(
                    whole,
                    UnreadableKind.HALF_JSON,
                    "ends after " + whole.body().size() + " bytes");
        } catch (WrongShape e) {
            return unreadable(whole, UnreadableKind.WRONG_SHAPE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return unreadable(whole, UnreadableKind.NOT_JSON, "content type " + contentType(whole));
        }
    }

    /** @param otherwise what an ok without a result means, if anything */
    private static <T> Answer<T> inEnvelope(RawAnswer.Whole whole, ResultReader<T> reader, Optional<T> otherwise)
            throws IOException {
        try (JsonParser parser = QdrantJson.factory().createParser(whole.body().open())) {
            Envelope<T> envelope = Envelope.read(parser, reader);
            String status = envelope.status().orElse("error");
            if (status.equals("accepted") && envelope.result().isEmpty()) {
                return new Accepted<>();
            }
            if (!status.equals("ok")) {
                return unreadable(whole, UnreadableKind.WRONG_SHAPE, "a success whose status is " + status);
            }
            return envelope.result()
                    .or(() -> otherwise)
                    .<Answer<T>>map(result -> new Ok<>(result, whole.status()))
                    .orElseThrow(() -> new WrongShape("answer.result", "a value"));
        }
    }

    private static <T> Answer<T> asDocument(RawAnswer.Whole whole, ResultReader<T> reader) throws IOException {
        try (JsonParser parser = QdrantJson.factory().createParser(whole.body().open())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new WrongShape("answer", "an object");
            }
            T value = reader.read(parser);
            if (parser.nextToken() != null) {
                throw new WrongShape("answer", "nothing after it");
            }
            return new Ok<>(value, whole.status());
        }
    }

    private static Answer<String> asText(RawAnswer.Whole whole) {
        return contentType(whole).startsWith("text/plain")
                ? new Ok<>(whole.body().text(), whole.status())
                : unreadable(whole, UnreadableKind.WRONG_SHAPE, "expected text/plain, found " + contentType(whole));
    }

    private static <T> Failure<T> refusal(RawAnswer.Whole whole) {
        Optional<String> message;
        try {
            message = message(whole);
        } catch (JsonEOFException e) {
            return unreadable(
                    whole,
                    UnreadableKind.HALF_JSON,
                    "ends after " + whole.body().size() + " bytes");
        } catch (WrongShape | IOException e) {
            return unreadable(whole, UnreadableKind.WRONG_SHAPE, "an error without a reason");
        }
        String reason = message.orElse("");
        return RefusalKind.of(whole.status(), reason)
                .<Failure<T>>map(kind -> new Refused<>(kind, whole.status(), reason, retryAfter(whole)))
                .orElseGet(() -> unreadable(
                        whole, UnreadableKind.UNEXPECTED_STATUS, "Qdrant does not answer " + whole.status()));
    }

    private static Optional<String> message(RawAnswer.Whole whole) throws IOException {
        Body body = whole.body();
        if (body.isEmpty()) {
            return Optional.empty();
        }
        if (!contentType(whole).contains("json")) {
            return Optional.of(bounded(body.text()));
        }
        try (JsonParser parser = QdrantJson.factory().createParser(body.open())) {
            Envelope<Boolean> envelope = Envelope.read(parser, AnswerParser::skipped);
            return envelope.error().or(envelope::status).map(AnswerParser::bounded);
        }
    }

    private static boolean skipped(JsonParser parser) throws IOException {
        parser.skipChildren();
        return true;
    }

    private static String bounded(String text) {
        return text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE) + "...";
    }

    /** Qdrant sends whole seconds; a date, which a proxy may send, is not worth guessing at. */
    private static Optional<Duration> retryAfter(RawAnswer.Whole whole) {
        return whole.retryAfter()
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private static boolean isHtml(RawAnswer.Whole whole) {
        String start = whole.body().excerpt().toLowerCase(Locale.ROOT);
        return contentType(whole).startsWith("text/html") || start.startsWith("<!doctype") || start.startsWith("<html");
    }

    private static String contentType(RawAnswer.Whole whole) {
        return whole.contentType().orElse("none").toLowerCase(Locale.ROOT);
    }

    private static <T> Failure<T> unreadable(RawAnswer.Whole whole, UnreadableKind why, String detail) {
        return new Unreadable<>(why, whole.status(), detail, whole.body().excerpt());
    }
}
