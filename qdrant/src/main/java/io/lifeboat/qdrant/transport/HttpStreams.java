package io.lifeboat.qdrant.transport;

import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.AnswerParser;
import io.lifeboat.qdrant.secret.SecretReference;
import io.lifeboat.qdrant.secret.SecretUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Streams on {@code java.net.http}, in services, too: the REST client has one read time-out for all its calls, and wants a form as
 * a whole. Thread-safe; close it to end its connections.
 */
public final class HttpStreams implements StreamTransport, AutoCloseable {
    private static final int BUFFER = 256 * 1024;
    private static final int MOST_ERROR = 64 * 1024;
    private static final int OK = 200;
    private static final int PARTIAL = 206;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public Answer<Received> download(Download request, ByteReceiver to) throws InterruptedException, IOException {
        HttpRequest http;
        try {
            http = toHttp(request);
        } catch (SecretUnavailable e) {
            return unreachable(RawAnswer.Cause.NO_SECRET, String.valueOf(e.getMessage()));
        }
        CompletableFuture<HttpResponse<InputStream>> pending = client.sendAsync(http, BodyHandlers.ofInputStream());
        HttpResponse<InputStream> answer;
        try {
            answer = pending.get(request.stall().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            pending.cancel(true);
            return unreachable(RawAnswer.Cause.TIMED_OUT, "no answer began within " + millis(request));
        } catch (ExecutionException e) {
            RawAnswer.None none = NoAnswer.of(e);
            return unreachable(none.cause(), none.detail());
        } catch (InterruptedException e) {
            pending.cancel(true);
            throw e;
        }
        try (InputStream body = answer.body();
                StallWatch watch = StallWatch.over(body, request.stall())) {
            return answer.statusCode() == OK || answer.statusCode() == PARTIAL
                    ? receive(request, answer, body, watch, to)
                    : refused(answer, body);
        }
    }

    private static HttpRequest toHttp(Download request) {
        HttpRequest.Builder http = HttpRequest.newBuilder(request.uri())
                .method(request.method().name(), HttpTransport.publisher(request.body()))
                // A compressed stream cannot be taken up again, and its sum is another one.
                .header("Accept-Encoding", "identity");
        if (!request.body().isEmpty()) {
            http.header("Content-Type", "application/json");
        }
        if (request.from() > 0) {
            http.header("Range", "bytes=" + request.from() + "-");
        }
        request.apiKey().map(SecretReference::resolve).ifPresent(key -> http.header("api-key", key));
        return http.build();
    }

    private static Answer<Received> receive(
            Download request, HttpResponse<?> answer, InputStream body, StallWatch watch, ByteReceiver to)
            throws InterruptedException, IOException {
        byte[] buffer = new byte[BUFFER];
        long received = 0;
        while (true) {
            int read;
            try {
                read = body.read(buffer);
            } catch (IOException e) {
                return broken(request, answer, watch, received);
            }
            if (read < 0) {
                return watch.hasStalled()
                        ? broken(request, answer, watch, received)
                        : new Answer.Ok<>(
                                new Received(received, total(answer), answer.statusCode() == PARTIAL),
                                answer.statusCode());
            }
            watch.came();
            to.receive(buffer, 0, read);
            watch.waits();
            received += read;
        }
    }

    private static Answer<Received> broken(Download request, HttpResponse<?> answer, StallWatch watch, long received)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("a download was given up after " + received + " bytes");
        }
        return watch.hasStalled()
                ? unreachable(
                        RawAnswer.Cause.TIMED_OUT,
                        "no byte for %s, after %d bytes".formatted(millis(request), received))
                : new Answer.Unreadable<>(
                        io.lifeboat.qdrant.answer.UnreadableKind.CUT_SHORT,
                        answer.statusCode(),
                        "cut after " + received + " bytes",
                        "");
    }

    /** From {@code Content-Range: bytes 5-99/100}, or the length of a whole answer. */
    private static OptionalLong total(HttpResponse<?> answer) {
        if (answer.statusCode() == OK) {
            return answer.headers().firstValueAsLong("Content-Length");
        }
        return answer.headers()
                .firstValue("Content-Range")
                .map(range -> range.substring(range.lastIndexOf('/') + 1))
                .filter(total -> total.matches("\\d{1,18}"))
                .map(total -> OptionalLong.of(Long.parseLong(total)))
                .orElse(OptionalLong.empty());
    }

    private static Answer<Received> refused(HttpResponse<?> answer, InputStream body) {
        Optional<String> contentType = answer.headers().firstValue("Content-Type");
        Optional<String> retryAfter = answer.headers().firstValue("Retry-After");
        RawAnswer raw;
        try {
            raw = new RawAnswer.Whole(
                    answer.statusCode(), contentType, retryAfter, Body.of(body.readNBytes(MOST_ERROR)));
        } catch (IOException e) {
            raw = new RawAnswer.Broken(answer.statusCode(), contentType, RawAnswer.Damage.CUT_SHORT, Body.EMPTY);
        }
        return AnswerParser.refusal(raw);
    }

    @Override
    public RawAnswer upload(Upload request) throws InterruptedException {
        HttpRequest http;
        try {
            http = toHttp(request);
        } catch (SecretUnavailable e) {
            return new RawAnswer.None(RawAnswer.Cause.NO_SECRET, String.valueOf(e.getMessage()));
        }
        return HttpTransport.exchange(client, http, request.timeout(), request.maxBody());
    }

    private static HttpRequest toHttp(Upload request) {
        String boundary = "lifeboat-" + UUID.randomUUID();
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + request.part()
                        + "\"; filename=\"" + request.fileName()
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        BodyPublisher form = BodyPublishers.concat(
                BodyPublishers.ofByteArray(head),
                BodyPublishers.ofInputStream(request.source().open()),
                BodyPublishers.ofByteArray(tail));
        HttpRequest.Builder http = HttpRequest.newBuilder(request.uri())
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.fromPublisher(
                        form, head.length + request.source().size() + tail.length));
        request.apiKey().map(SecretReference::resolve).ifPresent(key -> http.header("api-key", key));
        return http.build();
    }

    private static <T> Answer<T> unreachable(RawAnswer.Cause cause, String detail) {
        return new Answer.Unreachable<>(cause, detail);
    }

    private static String millis(Download request) {
        return request.stall().toMillis() + " ms";
    }

    /** Ends at once: exchanges still under way are given up. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
