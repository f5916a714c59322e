package io.lifeboat.events.incident;

import io.lifeboat.events.plan.Arguments;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One collection while healthy.
 *
 * @param count exact number of points
 * @param digest the order-independent content digest, absent where it was not taken
 * @param writeMark what tells that nothing was written since (per shard, the last applied operation); absent if unknown
 * @param knownPoints digests of single points by id
 * @param golden queries with the answers they gave
 */
public record CollectionBaseline(
        String name,
        long count,
        @Nullable String digest,
        @Nullable String writeMark,
        Map<String, String> knownPoints,
        List<GoldenQuery> golden) {

    public CollectionBaseline {
        knownPoints = Map.copyOf(knownPoints);
        golden = List.copyOf(golden);
    }

    /**
     * A query whose answer was recorded.
     *
     * @param request the body of the query
     * @param ids the ids answered, best first
     */
    public record GoldenQuery(String name, Arguments request, List<String> ids) {

        public GoldenQuery {
            ids = List.copyOf(ids);
        }
    }
}
