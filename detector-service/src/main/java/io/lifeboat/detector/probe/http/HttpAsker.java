package io.lifeboat.detector.probe.http;

import io.lifeboat.qdrant.secret.SecretReference;
import io.lifeboat.qdrant.transport.RawAnswer;
import io.lifeboat.qdrant.transport.ResourcePath;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
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

    private static final CharSequence API_KEY = HttpHeaders.createOptimized("api-key");
    private static final CharSequence ANYTHING = HttpHeaders.createOptimized("application/json, text/plain, */*");
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

    private final HttpClient client;
    private final KeyRing keys;
    private final Routes routes = new Routes();
    private final Timeouts timeouts;

    @Inject
    public HttpAsker(Vertx vertx) {
        this.timeouts = new Timeouts(vertx);
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
        return question.apiKey()
                .map(reference -> askWith(reference, question))
                .orElseGet(() -> exchange(question, Optional.empty()).answer());
    }

    /** A path below an address: where the same is asked again and again, made once. */
    public URI below(URI base, ResourcePath path) {
        return routes.below(base, path);
    }

    private Future<RawAnswer> askWith(SecretReference reference, HttpQuestion question) {
        return keys.read(reference)
                .transform(read -> read.succeeded()
                        ? exchange(question, Optional.of(read.result()))
                                .answer()
                                .onSuccess(answer -> learn(reference, answer))
                        : Future.succeededFuture(new RawAnswer.None(
                                RawAnswer.Cause.NO_SECRET,
                                String.valueOf(read.cause().getMessage()))));
    }

    private void learn(SecretReference reference, RawAnswer answer) {
        if (answer instanceof RawAnswer.Whole whole && whole.status() == 401) {
            keys.forget(reference);
        }
    }

    @Override
    @PreDestroy
    public void close() {
        client.close();
    }

    private Exchange exchange(HttpQuestion question, Optional<String> key) {
        Exchange exchange = new Exchange(question);
        timeouts.watch(exchange, question.timeout());
        attempt(exchange, question, key);
        return exchange;
    }

    private void attempt(Exchange exchange, HttpQuestion question, Optional<String> key) {
        client.request(routes.options(question.method(), question.uri()))
                .onSuccess(request -> send(exchange, question, key, request))
                .onFailure(exchange::failed);
    }

    private void send(Exchange exchange, HttpQuestion question, Optional<String> key, HttpClientRequest request) {
        if (exchange.over()) {
            request.reset();
            return;
        }
        exchange.sending(request);
        key.ifPresent(secret -> request.putHeader(API_KEY, secret));
        request.putHeader(HttpHeaders.ACCEPT, ANYTHING);
        if (!question.body().isEmpty()) {
            request.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
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
}
