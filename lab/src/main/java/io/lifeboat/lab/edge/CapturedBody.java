package io.lifeboat.lab.edge;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** What passed of a request's body, kept for the copy as long as it is not too large. */
final class CapturedBody {

    /** Qdrant takes bodies of 32 MiB by default ({@code service.max_request_size_mb}). */
    static final int MAX = 32 << 20;

    private Buffer kept = Buffer.buffer();
    private boolean tooLarge;

    void add(Buffer chunk) {
        if (tooLarge || kept.length() + chunk.length() > MAX) {
            tooLarge = true;
            kept = Buffer.buffer();
        } else {
            kept.appendBuffer(chunk);
        }
    }

    /** All of it, or nothing if it was too large. */
    Optional<Buffer> whole() {
        return tooLarge ? Optional.empty() : Optional.of(kept);
    }

    /** Why there is no copy, if there is none. */
    Optional<String> obstacle() {
        return tooLarge ? Optional.of("its body is larger than " + MAX + " bytes") : Optional.empty();
    }
}
