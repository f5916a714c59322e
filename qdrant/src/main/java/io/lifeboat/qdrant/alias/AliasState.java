package io.lifeboat.qdrant.alias;

import java.util.List;
import java.util.Optional;

/**
 * What stands at one alias.
 *
 * @param collection where it points, empty if it does not exist
 * @param markers ascending; more than one only after two bootstraps at once
 */
public record AliasState(String alias, Optional<String> collection, List<Marker> markers) {
    public AliasState {
        markers = markers.stream().sorted().toList();
    }

    static AliasState of(String alias, List<Alias> all) {
        return new AliasState(
                alias,
                all.stream()
                        .filter(entry -> entry.name().equals(alias))
                        .map(Alias::collection)
                        .findFirst(),
                all.stream()
                        .flatMap(entry -> Marker.parse(alias, entry.name()).stream())
                        .toList());
    }

    /** The highest marker: the last move. */
    public Optional<Marker> last() {
        return markers.isEmpty() ? Optional.empty() : Optional.of(markers.get(markers.size() - 1));
    }
}
