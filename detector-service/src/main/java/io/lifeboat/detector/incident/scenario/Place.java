package io.lifeboat.detector.incident.scenario;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.TargetId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site as the classification sees it.
 *
 * @param region absent where the site says none: then it falls alone
 */
public record Place(SiteId site, @Nullable String region, List<TargetId> nodes) {

    public Place {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("place.nodes: expected at least one node of " + site + ", got none");
        }
    }

    boolean fallsWith(Place other) {
        return site.equals(other.site) || region != null && region.equals(other.region);
    }
}
