package io.lifeboat.restore.restore;

import io.lifeboat.restore.node.Clients;
import io.lifeboat.restore.node.Node;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What tests restore to. */
final class RestoreServers {
    private RestoreServers() {}

    /** Nodes that reach us at this address. */
    static RestoreServer of(List<Node> nodes, Clients clients, URI us) {
        return new RestoreServer(
                clients,
                nodes.stream()
                        .map(node -> new RestoreServer.Reaching(node.address(), Optional.of(us)))
                        .toList(),
                Optional.empty());
    }
}
