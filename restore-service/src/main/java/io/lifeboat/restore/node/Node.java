package io.lifeboat.restore.node;

import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.snapshot.SnapshotStreams;
import io.lifeboat.workspaces.config.SecretRef;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** One node of a site, to be asked with as much patience as the call needs. As thread-safe as its clients. */
public record Node(Clients clients, URI address, Optional<SecretRef> apiKey) {
    /** Of calls that answer at once: a node that hangs must not hold up the others. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    /** A count reads every id: the server gives up after a minute by itself. */
    private static final Duration READING = Duration.ofMinutes(2);

    /** Making a snapshot of a large collection takes minutes, in which the node answers nothing. */
    private static final Duration MAKING = Duration.ofMinutes(30);

    public Node {
        Objects.requireNonNull(clients, "clients");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(apiKey, "apiKey");
    }

    /** For what is known without reading points. */
    public QdrantClient looking() {
        return within(AT_ONCE);
    }

    /** For counts and pages of points. */
    public QdrantClient reading() {
        return within(READING);
    }

    /** For snapshots. */
    public QdrantClient making() {
        return within(MAKING);
    }

    /** For the bytes of snapshots, from this node. */
    public SnapshotStreams streams() {
        return SnapshotStreams.of(clients.streams(), Clients.endpoint(address, apiKey, MAKING));
    }

    private QdrantClient within(Duration time) {
        return clients.of(address, apiKey, time);
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
