package io.lifeboat.qdrant.transport;

import io.lifeboat.qdrant.secret.SecretReference;
import io.lifeboat.qdrant.secret.SecretUnavailable;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The transport of plain Java programs and tests, on {@code java.net.http}. Thread-safe; close it to end its threads
 * and connections.
 */
public final class HttpTransport implements QdrantTransport, AutoCloseable {
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public RawAnswer exchange(QdrantRequest request) throws InterruptedException {
        HttpRequest http;
        try {
            http = toHttp(request);
        } catch (SecretUnavailable e) {
            return new RawAnswer.None(RawAnswer.Cause.NO_SECRET, String.valueOf(e.getMessage()));
        }
        return exchange(client, http, request.timeout(), request.maxBody());
    }

    /** Sends a request; its whole exchange, the answer's last byte included, is given up when its time is over. */
    static RawAnswer exchange(HttpClient client, HttpRequest http, Duration timeout, int maxBody)
            throws InterruptedException {
        BoundedHandler handler = new BoundedHandler(maxBody);
        CompletableFuture<HttpResponse<Gathered>> pending = client.sendAsync(http, handler);
        try {
            return toRaw(pending.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return new RawAnswer.None(
                    RawAnswer.Cause.TIMED_OUT, "no whole answer within " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            return handler.failed(e);
        } finally {
            pending.cancel(true);
        }
    }

    private static HttpRequest toHttp(QdrantRequest request) {
        HttpRequest.Builder http = HttpRequest.newBuilder(request.uri())
                .method(request.method().name(), publisher(request.body()))
                .header("Accept", "application/json, text/plain");
        if (!request.body().isEmpty()) {
            http.header("Content-Type", "application/json");
        }
        request.apiKey().map(SecretReference::resolve).ifPresent(key -> http.header("api-key", key));
        return http.build();
    }

    static BodyPublisher publisher(Body body) {
        return body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.copy());
    }

    private static RawAnswer toRaw(HttpResponse<Gathered> answer) {
        HttpHeaders headers = answer.headers();
        Optional<String> contentType = headers.firstValue("Content-Type");
        Gathered gathered = answer.body();
        if (gathered.damage().isPresent()) {
            return new RawAnswer.Broken(
                    answer.statusCode(), contentType, gathered.damage().get(), gathered.body());
        }
        return new RawAnswer.Whole(
                answer.statusCode(), contentType, headers.firstValue("Retry-After"), gathered.body());
    }

    /** Ends at once: exchanges still under way are given up. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
