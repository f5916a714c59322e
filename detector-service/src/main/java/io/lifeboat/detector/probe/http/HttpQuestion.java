package io.lifeboat.detector.probe.http;

import io.lifeboat.qdrant.secret.SecretReference;
import io.lifeboat.qdrant.transport.Body;
import io.lifeboat.qdrant.transport.Method;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * One request of a probe. All of them may be asked twice, as they change nothing.
 *
 * @param uri whole, encoded
 * @param timeout for the whole exchange, from connecting to the last byte
 * @param maxBody the most bytes of the answer that are taken
 */
public record HttpQuestion(
        Method method, URI uri, Body body, Optional<SecretReference> apiKey, Duration timeout, int maxBody) {
    /** The most that any probe reads: 16 MiB. */
    public static final int MOST_BODY = 16 * 1024 * 1024;

    /** Enough for an answer of which only the beginning matters. */
    public static final int SMALL_BODY = 64 * 1024;

    public HttpQuestion {
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("timeout: expected at least 1 ms, got " + timeout);
        }
        if (maxBody < 1 || maxBody > MOST_BODY) {
            throw new IllegalArgumentException("maxBody: expected 1 to %d, got %d".formatted(MOST_BODY, maxBody));
        }
    }

    /** A GET without a key. */
    public static HttpQuestion get(URI uri, Duration timeout, int maxBody) {
        return new HttpQuestion(Method.GET, uri, Body.EMPTY, Optional.empty(), timeout, maxBody);
    }

    /** As in {@code GET /readyz}: what evidence may show. */
    public String shown() {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return method + " " + path;
    }
}
