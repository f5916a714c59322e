package io.lifeboat.failover.http;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests. Each whole exchange, body included, ends within its time, no body is larger than 64 KiB, and no redirect
 * is followed. Thread-safe.
 */
@Singleton
public class HttpCalls implements AutoCloseable {
    private static final int MOST_BYTES = 64 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * @throws IOException if there is no whole answer in time: whether the request had its effect is then not known
     * @throws InterruptedException if the thread is interrupted; the exchange is given up
     */
    public Reply exchange(HttpRequest request, Duration within) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> pending =
                client.sendAsync(request, info -> new BoundedBody(MOST_BYTES));
        try {
            HttpResponse<byte[]> answer = pending.get(within.toNanos(), TimeUnit.NANOSECONDS);
            return new Reply(answer.statusCode(), answer.body());
        } catch (TimeoutException e) {
            throw new IOException("%s gave no answer within %d ms".formatted(request.uri(), within.toMillis()), e);
        } catch (ExecutionException e) {
            throw new IOException("%s: %s".formatted(request.uri(), reason(e.getCause())), e);
        } finally {
            pending.cancel(true);
        }
    }

    private static String reason(Throwable cause) {
        String name = cause.getClass().getSimpleName();
        return cause.getMessage() == null ? name : "%s (%s)".formatted(cause.getMessage(), name);
    }

    @Override
    @PreDestroy
    public void close() {
        client.shutdownNow();
    }
}
