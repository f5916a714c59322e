package io.lifeboat.restore.restore;

import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Where others reach this service. Thread-safe. */
@Singleton
public class OwnAddress {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final RestoreSettings settings;
    private final HttpServer http;

    @Inject
    public OwnAddress(RestoreSettings settings, HttpServer http) {
        this.settings = settings;
        this.http = http;
    }

    /**
     * The configured one; for a node of this machine, this process' own. Empty where nobody said how a node elsewhere could
     * reach us: then snapshots are pushed to it.
     */
    public Optional<URI> reachedBy(URI node) {
        return settings.address()
                .or(() -> LOOPBACK.contains(node.getHost())
                        ? Optional.of(URI.create("http://127.0.0.1:" + http.getPort()))
                        : Optional.empty());
    }
}
