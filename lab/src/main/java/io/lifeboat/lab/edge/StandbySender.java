package io.lifeboat.lab.edge;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Sends one copied write at a time to the standby. Confined to the edge's event loop. */
final class StandbySender {

    private final Target standby;
    private final Duration timeout;
    private final HttpClient client;
    private Optional<HttpClientRequest> current = Optional.empty();
    private boolean cut;

    StandbySender(Vertx vertx, Target standby, Duration timeout, Duration connectTimeout) {
        this.standby = standby;
        this.timeout = timeout;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) connectTimeout.toMillis())
                .setMaxPoolSize(1)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS));
    }

    /** Fails if the standby could not be reached, was silent for the time-out, or the request was cut. */
    Future<Copied> send(Operation operation, Buffer body) {
        RequestOptions options = new RequestOptions()
                .setHost(standby.host())
                .setPort(standby.port())
                .setMethod(HttpMethod.valueOf(operation.method()))
                .setURI(operation.uri())
                .setIdleTimeout(timeout.toMillis());
        cut = false;
        return client.request(options).compose(request -> {
            if (cut) {
                request.reset();
                return Future.failedFuture("cut by a switch");
            }
            current = Optional.of(request);
            operation.headers().to(request.headers());
            return request.send(body)
                    .compose(response -> response.end().map(Copied.of(response.statusCode())))
                    .onComplete(ended -> current = Optional.empty());
        });
    }

    /** Ends the request under way, if any, by closing its connection: whether it took effect stays unknown. */
    void cut() {
        cut = true;
        current.ifPresent(request -> request.connection().close());
    }

    Future<Void> close() {
        return client.close();
    }
}
