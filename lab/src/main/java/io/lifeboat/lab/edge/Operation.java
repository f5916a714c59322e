package io.lifeboat.lab.edge;

import java.time.Instant;
import java.util.Optional;

/**
 * An accepted write as it stands in the journal, not yet known to be on the standby.
 *
 * @param number rises in the order in which the site accepted
 * @param offset of the body in the journal, in bytes
 * @param length of the body, in bytes
 * @param obstacle why it will never be copied, if so: refused by the standby, or no body was kept
 */
record Operation(
        long number,
        Instant at,
        String method,
        String uri,
        CopiedHeaders headers,
        long offset,
        int length,
        Optional<String> obstacle) {

    Operation refused(String reason) {
        return new Operation(number, at, method, uri, headers, offset, length, Optional.of(reason));
    }

    String path() {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }
}
