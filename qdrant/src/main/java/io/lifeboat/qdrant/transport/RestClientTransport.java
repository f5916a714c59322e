package io.lifeboat.qdrant.transport;

import io.lifeboat.qdrant.secret.SecretReference;
import io.lifeboat.qdrant.secret.SecretUnavailable;
import io.lifeboat.qdrant.transport.RawAnswer.Cause;
import io.lifeboat.qdrant.transport.RawAnswer.Damage;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * The services' transport, on the Quarkus REST client.
 *
 * <p>That client's time-outs are per client and per read; so each exchange runs on a virtual thread of its own, which
 * is interrupted when the request's time is over. Thread-safe. Do not call it from an event loop: it blocks.
 */
@ApplicationScoped
public class RestClientTransport implements QdrantTransport {
    private final QdrantApi api;
    private final ExecutorService exchanges = Executors.newVirtualThreadPerTaskExecutor();

    @Inject
    public RestClientTransport(@RestClient QdrantApi api) {
        this.api = api;
    }

    @Override
    public RawAnswer exchange(QdrantRequest request) throws InterruptedException {
        String key;
        try {
            key = request.apiKey().map(SecretReference::resolve).orElse(null);
        } catch (SecretUnavailable e) {
            return new RawAnswer.None(Cause.NO_SECRET, String.valueOf(e.getMessage()));
        }
        Exchange exchange = new Exchange();
        Future<RawAnswer> pending = exchanges.submit(() -> {
            exchange.enter();
            return sendAndRead(request, key);
        });
        try {
            return pending.get(request.timeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new RawAnswer.None(
                    Cause.TIMED_OUT,
                    "no whole answer within " + request.timeout().toMillis() + " ms");
        } catch (ExecutionException e) {
            return NoAnswer.of(e);
        } finally {
            if (pending.cancel(true)) {
                exchange.giveUp();
            }
        }
    }

    private RawAnswer sendAndRead(QdrantRequest request, @Nullable String key) throws IOException {
        try (Response answer = send(request, key)) {
            Optional<String> contentType = Optional.ofNullable(answer.getHeaderString("Content-Type"));
            Optional<String> retryAfter = Optional.ofNullable(answer.getHeaderString("Retry-After"));
            if (!(answer.getEntity() instanceof InputStream stream)) {
                return new RawAnswer.Whole(answer.getStatus(), contentType, retryAfter, Body.EMPTY);
            }
            try (stream) {
                Gathered gathered = BoundedBody.read(stream, request.maxBody());
                Optional<Damage> damage = gathered.damage();
                if (damage.isPresent()) {
                    return new RawAnswer.Broken(answer.getStatus(), contentType, damage.get(), gathered.body());
                }
                return new RawAnswer.Whole(answer.getStatus(), contentType, retryAfter, gathered.body());
            }
        }
    }

    /** An error status is thrown by the client's default mapper; its answer is whole inside. */
    private Response send(QdrantRequest request, @Nullable String key) {
        try {
            return call(request, key);
        } catch (WebApplicationException e) {
            return e.getResponse();
        }
    }

    private Response call(QdrantRequest request, @Nullable String key) {
        String address = request.uri().toString();
        return switch (request.method()) {
            case GET -> api.get(address, key);
            case DELETE -> api.delete(address, key);
            case PUT -> api.put(address, key, request.body().copy());
            case POST -> api.post(address, key, request.body().copy());
            case PATCH -> api.patch(address, key, request.body().copy());
        };
    }

    @PreDestroy
    void stop() {
        exchanges.shutdownNow();
    }
}
