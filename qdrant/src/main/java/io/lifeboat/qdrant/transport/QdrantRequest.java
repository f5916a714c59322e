package io.lifeboat.qdrant.transport;

import io.lifeboat.qdrant.secret.SecretReference;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * One request.
 *
 * @param base the node's address, {@code http} or {@code https}
 * @param body JSON, or empty for none
 * @param apiKey resolved by the transport at the moment of sending
 * @param timeout for the whole exchange, the answer's last byte included
 * @param maxBody the most bytes of the answer that may be kept
 */
public record QdrantRequest(
        Method method,
        URI base,
        ResourcePath path,
        Body body,
        Optional<SecretReference> apiKey,
        Duration timeout,
        int maxBody) {
    /** What a body may measure unless something else is said: 16 MiB. */
    public static final int DEFAULT_MAX_BODY = 16 * 1024 * 1024;

    public QdrantRequest {
        requireAddress(base);
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout: expected more than zero, found " + timeout);
        }
        if (maxBody < 1) {
            throw new IllegalArgumentException("maxBody: expected at least 1 byte, found " + maxBody);
        }
    }

    public URI uri() {
        return path.below(base);
    }

    /** An address must be absolute, and must not carry a secret where it would be logged. */
    public static void requireAddress(URI base) {
        if (!"http".equals(base.getScheme()) && !"https".equals(base.getScheme())) {
            throw new IllegalArgumentException(
                    "address: expected http:// or https://, found scheme " + base.getScheme());
        }
        if (base.getHost() == null) {
            throw new IllegalArgumentException("address: expected a host, found none");
        }
        if (base.getRawUserInfo() != null || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "address of " + base.getHost() + ": expected no user, query or fragment (keys go by reference)");
        }
    }
}
