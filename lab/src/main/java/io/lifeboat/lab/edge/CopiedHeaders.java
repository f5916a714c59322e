package io.lifeboat.lab.edge;

import io.vertx.core.MultiMap;
import java.util.Optional;

/**
 * The headers a copied write needs.
 *
 * @param contentType as sent
 * @param contentEncoding as sent: the body is copied as it came
 * @param apiKey kept in memory only, never on disk: after a restart a standby that wants one answers 401 and the copying waits
 */
record CopiedHeaders(Optional<String> contentType, Optional<String> contentEncoding, Optional<String> apiKey) {

    static CopiedHeaders of(MultiMap headers) {
        return new CopiedHeaders(
                Optional.ofNullable(headers.get("content-type")),
                Optional.ofNullable(headers.get("content-encoding")),
                Optional.ofNullable(headers.get("api-key")));
    }

    void to(MultiMap headers) {
        contentType.ifPresent(value -> headers.set("content-type", value));
        contentEncoding.ifPresent(value -> headers.set("content-encoding", value));
        apiKey.ifPresent(value -> headers.set("api-key", value));
    }

    @Override
    public String toString() {
        return "CopiedHeaders[" + contentType + ", " + contentEncoding + "]";
    }
}
