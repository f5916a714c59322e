package io.lifeboat.verifier.baseline;

import io.lifeboat.qdrant.alias.Alias;
import io.lifeboat.qdrant.alias.Marker;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The aliases that a workspace's users know. Pure. */
final class AliasNames {
    private AliasNames() {}

    /**
     * Aliases with their collections, without the markers by which aliases are moved.
     *
     * @param collections the workspace's: aliases of other names that lead elsewhere are not its own
     */
    static Map<String, String> of(List<Alias> all, Set<String> collections) {
        Map<String, String> aliases = new TreeMap<>();
        for (Alias alias : all) {
            boolean own = collections.contains(alias.collection()) || collections.contains(alias.name());
            if (own && !isMarker(alias.name())) {
                aliases.put(alias.name(), alias.collection());
            }
        }
        return aliases;
    }

    private static boolean isMarker(String name) {
        int guarded = name.indexOf('@');
        return guarded > 0 && Marker.parse(name.substring(0, guarded), name).isPresent();
    }
}
