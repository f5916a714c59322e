package io.lifeboat.detector.incident.scenario;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is watched of a workspace, and where it stands. */
public record Topology(WorkspaceId workspace, List<Place> places, List<TargetId> applications) {

    public Topology {
        places = List.copyOf(places);
        applications = List.copyOf(applications);
    }

    public Optional<Place> place(SiteId site) {
        return places.stream().filter(place -> place.site().equals(site)).findFirst();
    }

    /** Every node and application. */
    public Set<TargetId> targets() {
        return Stream.concat(places.stream().flatMap(place -> place.nodes().stream()), applications.stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
