package io.lifeboat.detector.probe.http;

import io.lifeboat.detector.probe.Addresses;
import io.lifeboat.qdrant.transport.RawAnswer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks by HTTP without blocking, over connections that are kept, and never fails for what the other side does.
 *
 * <p>Vert.x's own client is used, as its exchanges can be ended at a moment of our choosing: a time-out counts for the
 * whole exchange, a body that trickles in included. To be used from one event loop.
 */
@Singleton
public final class HttpAsker implements AutoCloseable {
    private static final int CONNECTIONS_A_TARGET = 8;
    private static final int WAITING_A_TARGET = 64;
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final Vertx vertx;
    private final HttpClient client;
    private final KeyRing keys;

    @Inject
    public HttpAsker(Vertx vertx) {
        this.vertx = vertx;
        this.keys = new KeyRing(vertx);
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(true)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxPoolSize(CONNECTIONS_A_TARGET)
                .setMaxWaitQueueSize(WAITING_A_TARGET)
                .setConnectTimeout((int) CONNECT.toMillis())
                .setDecompressionSupported(false)
                .setTcpNoDelay(true));
    }

    /** The answer, or why there is none; never a failed future. */
    public Future<RawAnswer> ask(HttpQuestion question) {
        Future<Optional<String>> key = question.apiKey().isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : keys.read(question.apiKey().get()).map(Optional::of);
        return key.transform(read -> read.succeeded()
                ? exchange(question, read.result())
                : Future.succeededFuture(new RawAnswer.None(
                        RawAnswer.Cause.NO_SECRET, String.valueOf(read.cause().getMessage()))));
    }

    @Override
    @PreDestroy
    public void close() {
        client.close();
    }

    private Future<RawAnswer> exchange(HttpQuestion question, Optional<String> key) {
        Exchange exchange = new Exchange(vertx, question);
        attempt(exchange, question, key);
        return exchange.answer().onSuccess(answer -> {
            if (answer instanceof RawAnswer.Whole whole && whole.status() == 401) {
                question.apiKey().ifPresent(keys::forget);
            }
        });
    }

    private void attempt(Exchange exchange, HttpQuestion question, Optional<String> key) {
        client.request(options(question))
                .onSuccess(request -> send(exchange, question, key, request))
                .onFailure(exchange::failed);
    }

    private void send(Exchange exchange, HttpQuestion question, Optional<String> key, HttpClientRequest request) {
        if (exchange.over()) {
            request.reset();
            return;
        }
        exchange.sending(request);
        key.ifPresent(secret -> request.putHeader("api-key", secret));
        request.putHeader("accept", "application/json, text/plain, */*");
        if (!question.body().isEmpty()) {
            request.putHeader("content-type", "application/json");
        }
        request.send(Buffer.buffer(question.body().copy())).onComplete(sent -> {
            if (sent.succeeded()) {
                exchange.answering(sent.result());
            } else if (exchange.mayRepeat(sent.cause())) {
                attempt(exchange, question, key);
            } else {
                exchange.failed(sent.cause());
            }
        });
    }

    private static RequestOptions options(HttpQuestion question) {
        String query = question.uri().getRawQuery();
        String path = question.uri().getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.valueOf(question.method().name()))
                .setHost(question.uri().getHost())
                .setPort(Addresses.port(question.uri()))
                .setSsl("https".equals(question.uri().getScheme()))
                .setURI((path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query));
    }
}
