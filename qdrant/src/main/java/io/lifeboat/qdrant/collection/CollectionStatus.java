package io.lifeboat.qdrant.collection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The colour of a collection. Green says nothing about missing data, dead replicas or dummy shards. */
public enum CollectionStatus {
    GREEN,
    /** Optimising, or a snapshot is being made. */
    YELLOW,
    /** Optimisations are due and wait for a write. */
    GREY,
    /** An update or the optimizer failed; forgotten at a restart. */
    RED;

    static Optional<CollectionStatus> of(String text) {
        return Arrays.stream(values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }
}
