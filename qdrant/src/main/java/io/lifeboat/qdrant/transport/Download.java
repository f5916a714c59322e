package io.lifeboat.qdrant.transport;

import io.lifeboat.qdrant.secret.SecretReference;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A request for a stream of bytes.
 *
 * @param from the first byte wanted; the server may send all from 0 nevertheless, and then says so
 * @param stall it ends when so long no byte comes
 */
public record Download(
        Method method,
        URI base,
        ResourcePath path,
        Body body,
        Optional<SecretReference> apiKey,
        long from,
        Duration stall) {
    public Download {
        QdrantRequest.requireAddress(base);
        if (from < 0) {
            throw new IllegalArgumentException("from: expected 0 or more, found " + from);
        }
        if (stall.isNegative() || stall.isZero()) {
            throw new IllegalArgumentException("stall: expected more than zero, found " + stall);
        }
    }

    URI uri() {
        return path.below(base);
    }
}
