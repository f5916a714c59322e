package io.lifeboat.detector.probe.http;

import io.lifeboat.qdrant.secret.SecretReference;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;

/**
 * Keys by reference, read off the event loop and kept until a target refuses one: so a rotated key is found by the next
 * probe, and a healthy target costs no file reads. Belongs to one event loop.
 */
final class KeyRing {
    private final Vertx vertx;
    private final Map<SecretReference, String> read = new HashMap<>();

    KeyRing(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The key; fails if it cannot be read, with a message that names the reference alone. */
    Future<String> read(SecretReference reference) {
        String known = read.get(reference);
        return known != null
                ? Future.succeededFuture(known)
                : vertx.executeBlocking(reference::resolve, false).onSuccess(key -> read.put(reference, key));
    }

    void forget(SecretReference reference) {
        read.remove(reference);
    }
}
