package io.lifeboat.qdrant.call;

import io.lifeboat.qdrant.secret.SecretReference;
import io.lifeboat.qdrant.transport.QdrantRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * One node as it is to be called.
 *
 * @param timeout for each whole exchange
 * @param maxBody the most bytes of one answer
 */
public record Endpoint(URI address, Optional<SecretReference> apiKey, Duration timeout, int maxBody) {
    public Endpoint {
        QdrantRequest.requireAddress(address);
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout: expected more than zero, found " + timeout);
        }
        if (maxBody < 1) {
            throw new IllegalArgumentException("maxBody: expected at least 1 byte, found " + maxBody);
        }
    }

    /** Without a key, with 10 s and 16 MiB an answer. */
    public static Endpoint of(URI address) {
        return new Endpoint(address, Optional.empty(), Duration.ofSeconds(10), QdrantRequest.DEFAULT_MAX_BODY);
    }

    public Endpoint withApiKey(SecretReference key) {
        return new Endpoint(address, Optional.of(key), timeout, maxBody);
    }

    public Endpoint within(Duration time) {
        return new Endpoint(address, apiKey, time, maxBody);
    }

    public Endpoint withMaxBody(int bytes) {
        return new Endpoint(address, apiKey, timeout, bytes);
    }
}
