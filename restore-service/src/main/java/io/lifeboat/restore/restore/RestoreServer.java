package io.lifeboat.restore.restore;

import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.snapshot.SnapshotStreams;
import io.lifeboat.restore.node.Clients;
import io.lifeboat.workspaces.config.SecretRef;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A node that is restored to.
 *
 * @param reached the address at which this node reaches us, for pulls; empty where it cannot: then snapshots are pushed
 */
public record RestoreServer(Clients clients, URI node, Optional<SecretRef> apiKey, Optional<URI> reached) {
    /** Of calls that answer at once. */
    private static final Duration EACH = Duration.ofSeconds(10);

    /** A count reads every id: the server gives up after a minute by itself. */
    private static final Duration COUNT = Duration.ofSeconds(60);

    public RestoreServer {
        Objects.requireNonNull(node, "node");
        Objects.requireNonNull(reached, "reached");
    }

    public QdrantClient client() {
        return clients.of(node, apiKey, EACH);
    }

    public QdrantClient counting() {
        return clients.of(node, apiKey, COUNT);
    }

    SnapshotStreams pushing(Duration time) {
        return SnapshotStreams.of(clients.streams(), Clients.endpoint(node, apiKey, time));
    }

    QdrantClient within(Duration time) {
        return clients.of(node, apiKey, time);
    }
}
