package io.lifeboat.detector.probe.http;

import io.lifeboat.qdrant.transport.Body;
import io.lifeboat.qdrant.transport.RawAnswer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One exchange from its first attempt to its last byte, or to the end of its time. What ends it early closes the
 * connection, so that nothing more is read. Belongs to one event loop.
 */
final class Exchange {
    /** What is kept of a body that is too large: evidence, not content. */
    private static final int HEAD_BYTES = 4096;

    private static final int FIRST_BYTES = 1024;

    private final HttpQuestion question;
    private final Promise<RawAnswer> answer = Promise.promise();
    private @Nullable HttpClientRequest request;
    private @Nullable Buffer gathered;
    private boolean repeated;
    private boolean over;

    Exchange(HttpQuestion question) {
        this.question = question;
    }

    Future<RawAnswer> answer() {
        return answer.future();
    }

    boolean over() {
        return over;
    }

    void sending(HttpClientRequest attempt) {
        request = attempt;
    }

    /**
     * A kept connection may be closed by the other side just as a question is sent over it: that proves nothing, so the
     * question is asked once more.
     */
    boolean mayRepeat(Throwable failure) {
        boolean may = !over && !repeated && gathered == null && isClosed(failure);
        repeated = repeated || may;
        return may;
    }

    void answering(HttpClientResponse response) {
        if (over) {
            return;
        }
        Buffer body = Buffer.buffer(FIRST_BYTES);
        gathered = body;
        response.exceptionHandler(failure -> broken(response, RawAnswer.Damage.CUT_SHORT));
        response.endHandler(end -> {
            end(whole(response, body));
            request = null;
        });
        response.handler(part -> take(response, body, part));
    }

    void failed(Throwable failure) {
        end(new RawAnswer.None(Failures.cause(failure), Failures.detail(failure)));
    }

    private void take(HttpClientResponse response, Buffer body, Buffer part) {
        if (over) {
            return;
        }
        if (body.length() + part.length() > question.maxBody()) {
            broken(response, RawAnswer.Damage.TOO_LARGE);
        } else {
            body.appendBuffer(part);
        }
    }

    private void broken(HttpClientResponse response, RawAnswer.Damage damage) {
        Buffer body = gathered == null ? Buffer.buffer() : gathered;
        Body head = Body.of(body.getBytes(0, Math.min(body.length(), HEAD_BYTES)));
        if (end(new RawAnswer.Broken(response.statusCode(), contentType(response), damage, head))) {
            drop();
        }
    }

    /** Its time is over. */
    void timedOut() {
        if (over) {
            return;
        }
        String until = gathered == null
                ? "nothing came within %d ms".formatted(question.timeout().toMillis())
                : "%d bytes came within %d ms, and no end"
                        .formatted(gathered.length(), question.timeout().toMillis());
        if (end(new RawAnswer.None(RawAnswer.Cause.TIMED_OUT, until))) {
            drop();
        }
    }

    private boolean end(RawAnswer result) {
        if (over) {
            return false;
        }
        over = true;
        gathered = null; // it is kept until its time is over
        answer.complete(result);
        return true;
    }

    private void drop() {
        HttpClientRequest dropped = request;
        request = null;
        if (dropped != null) {
            dropped.reset();
        }
    }

    private static RawAnswer whole(HttpClientResponse response, Buffer body) {
        return new RawAnswer.Whole(
                response.statusCode(),
                contentType(response),
                Optional.ofNullable(response.getHeader("retry-after")),
                Body.of(body.getBytes()));
    }

    private static Optional<String> contentType(HttpClientResponse response) {
        return Optional.ofNullable(response.getHeader("content-type"));
    }

    private static boolean isClosed(Throwable failure) {
        return failure instanceof HttpClosedException
                || (failure instanceof IOException
                        && String.valueOf(failure.getMessage()).contains("reset"));
    }
}
