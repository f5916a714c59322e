package io.lifeboat.verifier.node;

import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.call.Endpoint;
import io.lifeboat.qdrant.secret.SecretReference;
import io.lifeboat.qdrant.transport.QdrantTransport;
import io.lifeboat.workspaces.config.SecretRef;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Clients of a workspace's Qdrants, by its public address or node by node. Thread-safe. */
@Singleton
public class Nodes {
    private final QdrantTransport transport;

    @Inject
    public Nodes(QdrantTransport transport) {
        this.transport = transport;
    }

    /** What users reach. */
    public QdrantClient publicly(WorkspaceConfig workspace, Duration timeout) {
        return client(workspace.address(), Optional.ofNullable(workspace.apiKey()), timeout);
    }

    /** A site's nodes, in the order of the configuration. */
    public List<QdrantClient> of(WorkspaceConfig workspace, Site site, Duration timeout) {
        return site.nodes().stream()
                .map(node -> client(node, workspace.apiKeyOf(site), timeout))
                .toList();
    }

    /** A node at an address of its own, with a site's key. */
    public QdrantClient at(URI address, WorkspaceConfig workspace, Site site, Duration timeout) {
        return client(address, workspace.apiKeyOf(site), timeout);
    }

    private QdrantClient client(URI address, Optional<SecretRef> key, Duration timeout) {
        Endpoint endpoint = Endpoint.of(address).within(timeout);
        return new QdrantClient(
                transport, key.map(Nodes::reference).map(endpoint::withApiKey).orElse(endpoint));
    }

    private static SecretReference reference(SecretRef ref) {
        return switch (ref.kind()) {
            case ENV -> new SecretReference.Env(ref.name());
            case FILE ->
                new SecretReference.InFile(ref.folder().resolve(ref.name()).toAbsolutePath());
        };
    }
}
