package io.lifeboat.restore.restore;

import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.snapshot.SnapshotStreams;
import io.lifeboat.restore.node.Clients;
import io.lifeboat.restore.node.Node;
import io.lifeboat.workspaces.config.SecretRef;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is restored to: one node, or the nodes of one cluster.
 *
 * @param all at least one
 */
public record RestoreServer(Clients clients, List<Reaching> all, Optional<SecretRef> apiKey) {
    /** Of calls that answer at once. */
    private static final Duration EACH = Duration.ofSeconds(10);

    /** A count reads every id: the server gives up after a minute by itself. */
    private static final Duration COUNT = Duration.ofSeconds(60);

    /**
     * A node.
     *
     * @param us the address at which this node reaches us, for pulls; empty where it cannot: then snapshots are pushed
     */
    public record Reaching(URI node, Optional<URI> us) {
        public Reaching {
            Objects.requireNonNull(node, "node");
            Objects.requireNonNull(us, "us");
        }
    }

    public RestoreServer {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("nodes: expected at least one, found none");
        }
    }

    /** A single node. */
    public RestoreServer(Clients clients, URI node, Optional<SecretRef> apiKey, Optional<URI> reached) {
        this(clients, List.of(new Reaching(node, reached)), apiKey);
    }

    /** The one to speak to where any will do. */
    public URI node() {
        return all.getFirst().node();
    }

    Optional<URI> reached() {
        return all.getFirst().us();
    }

    List<Node> nodes() {
        return all.stream().map(each -> new Node(clients, each.node(), apiKey)).toList();
    }

    /** That one of the nodes alone. */
    RestoreServer at(Node node) {
        return new RestoreServer(
                clients,
                all.stream().filter(each -> each.node().equals(node.address())).toList(),
                apiKey);
    }

    public QdrantClient client() {
        return clients.of(node(), apiKey, EACH);
    }

    public QdrantClient counting() {
        return clients.of(node(), apiKey, COUNT);
    }

    SnapshotStreams pushing(Duration time) {
        return SnapshotStreams.of(clients.streams(), Clients.endpoint(node(), apiKey, time));
    }

    QdrantClient within(Duration time) {
        return clients.of(node(), apiKey, time);
    }
}
