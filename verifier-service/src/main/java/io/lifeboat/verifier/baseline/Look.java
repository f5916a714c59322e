package io.lifeboat.verifier.baseline;

import io.lifeboat.events.id.SiteId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One look at a workspace while its active site answered.
 *
 * @param at by this process's clock
 * @param collections those that the active site has, each with the write marks of all sites that told
 */
public record Look(Instant at, SiteId active, Map<String, WriteMarks> collections) {

    public Look {
        collections = Map.copyOf(collections);
    }

    public Optional<WriteMarks> of(String collection) {
        return Optional.ofNullable(collections.get(collection));
    }

    /** Whether no site applied anything to a collection from that look to this, and the active site could tell. */
    boolean isQuietSince(Look before, String collection) {
        WriteMarks now = collections.get(collection);
        return now != null
                && active.equals(before.active)
                && now.of(active).isPresent()
                && now.equals(before.collections.get(collection));
    }
}
