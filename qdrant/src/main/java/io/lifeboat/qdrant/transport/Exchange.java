package io.lifeboat.qdrant.transport;

import io.vertx.core.http.HttpClientRequest;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * One exchange under way, so that its connection can be closed when its time is over. The REST client itself only stops
 * waiting: a silent server would keep a connection of the pool for as long as the client's read time-out.
 */
final class Exchange {
    private static final ThreadLocal<@Nullable Exchange> CURRENT = new ThreadLocal<>();

    private final AtomicReference<@Nullable ResteasyReactiveClientRequestContext> context = new AtomicReference<>();

    /** The calls that this thread makes from now on belong to this exchange. */
    void enter() {
        CURRENT.set(this);
    }

    /** Closes the connection, if there is one yet. May be called from any thread, and more than once. */
    void giveUp() {
        Optional.ofNullable(context.get())
                .map(known -> known.unwrap(HttpClientRequest.class))
                .ifPresent(HttpClientRequest::reset);
    }

    /** Ties a request to the exchange of the thread that makes it. */
    public static final class Tie implements ClientRequestFilter {
        @Override
        public void filter(ClientRequestContext request) {
            Exchange exchange = CURRENT.get();
            if (exchange != null && request instanceof ResteasyReactiveClientRequestContext reactive) {
                exchange.context.set(reactive);
            }
        }
    }
}
