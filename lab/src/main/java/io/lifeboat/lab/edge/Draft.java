package io.lifeboat.lab.edge;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Optional;

/**
 * An accepted write, before it stands in the journal.
 *
 * @param at when the site had accepted it
 * @param uri path and query
 * @param body nothing if it cannot be copied
 * @param obstacle why it cannot be copied, if so
 */
record Draft(
        Instant at,
        String method,
        String uri,
        CopiedHeaders headers,
        Optional<Buffer> body,
        Optional<String> obstacle) {

    Draft {
        if (body.isPresent() == obstacle.isPresent()) {
            throw new IllegalArgumentException("body: expected either a body or an obstacle");
        }
    }

    Draft without(String reason) {
        return new Draft(at, method, uri, headers, Optional.empty(), Optional.of(reason));
    }
}
