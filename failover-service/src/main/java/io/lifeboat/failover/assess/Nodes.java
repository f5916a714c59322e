package io.lifeboat.failover.assess;

import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.call.Endpoint;
import io.lifeboat.qdrant.secret.SecretReference;
import io.lifeboat.qdrant.transport.QdrantTransport;
import io.lifeboat.workspaces.config.SecretRef;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Clients of a site's Qdrant nodes. Thread-safe. */
@Singleton
public final class Nodes {
    private static final Duration EACH_WITHIN = Duration.ofSeconds(2);

    private final QdrantTransport transport;

    Nodes(QdrantTransport transport) {
        this.transport = transport;
    }

    public List<QdrantClient> of(WorkspaceConfig workspace, Site site) {
        Optional<SecretReference> key = workspace.apiKeyOf(site).map(Nodes::reference);
        return site.nodes().stream().map(node -> client(node, key)).toList();
    }

    private QdrantClient client(URI node, Optional<SecretReference> key) {
        Endpoint endpoint = Endpoint.of(node).within(EACH_WITHIN);
        return new QdrantClient(transport, key.map(endpoint::withApiKey).orElse(endpoint));
    }

    private static SecretReference reference(SecretRef ref) {
        return switch (ref.kind()) {
            case ENV -> new SecretReference.Env(ref.name());
            case FILE ->
                new SecretReference.InFile(ref.folder().resolve(ref.name()).toAbsolutePath());
        };
    }
}
