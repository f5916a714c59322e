package io.lifeboat.lab.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The connections to one target, and the requests on their way to it. Confined to the edge's event loop. */
final class Site {

    private static final int MAX_CONNECTIONS = 256;
    private static final int MAX_WAITING = 2_000;
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final Target target;
    private final HttpClient client;
    private final Set<Exchange> inFlight = new LinkedHashSet<>();
    private boolean left;

    Site(Vertx vertx, Target target, EdgeConfig config) {
        this.target = target;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxPoolSize(MAX_CONNECTIONS)
                .setMaxWaitQueueSize(MAX_WAITING));
    }

    Target target() {
        return target;
    }

    HttpClient client() {
        return client;
    }

    void began(Exchange exchange) {
        inFlight.add(exchange);
    }

    void ended(Exchange exchange) {
        inFlight.remove(exchange);
        closeWhenEmpty();
    }

    /** Traffic has gone elsewhere: requests without an answer are refused, answers under way may end, then all connections close. */
    void leave() {
        left = true;
        List.copyOf(inFlight).forEach(Exchange::siteLeft);
        closeWhenEmpty();
    }

    private void closeWhenEmpty() {
        if (left && inFlight.isEmpty()) {
            client.close();
        }
    }
}
