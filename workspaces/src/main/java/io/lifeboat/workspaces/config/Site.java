package io.lifeboat.workspaces.config;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.TargetId;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A Qdrant and its surroundings in one place. Which site is active is never configured: the log says it.
 *
 * @param region where it stands; two sites of one region fall together
 * @param value what the traffic switch is set to so that users reach this site
 * @param nodes addresses of its Qdrant nodes, each probed by itself
 * @param fence how it is kept from serving; where there is none, plans record that it could not be fenced
 * @param apiKey of its Qdrant, where it is not the workspace's
 */
public record Site(
        SiteId id,
        @Nullable String region,
        String value,
        List<URI> nodes,
        @Nullable Fence fence,
        @Nullable SecretRef apiKey) {

    public Site {
        Objects.requireNonNull(id, "site.id");
        Checks.text("value", value);
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new BadValue("nodes", "nothing", "at least one address");
        }
    }

    /** The nodes as targets: {@code <site>-<number>}, from 1 in the order of the file. */
    public List<Target> targets() {
        return IntStream.range(0, nodes.size())
                .mapToObj(index -> (Target) new Target.Node(new TargetId(id + "-" + (index + 1)), id, nodes.get(index)))
                .toList();
    }
}
