package io.lifeboat.restore.provision;

import io.lifeboat.events.plan.Arguments;
import java.net.URI;
import java.util.List;

/**
 * A Qdrant that answers reads.
 *
 * @param nodes its addresses, at least one
 * @param version it names
 * @param details for the timeline, without secrets
 */
public record Place(List<URI> nodes, String version, Arguments details) {
    public Place {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("nodes: expected at least one address");
        }
    }
}
