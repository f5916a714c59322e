package io.lifeboat.events.incident;

import io.lifeboat.events.Fields;
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
        Fields.present("name", name);
        Fields.present("knownPoints", knownPoints).forEach((id, known) -> Fields.present("knownPoints." + id, known));
        golden = Fields.list("golden", golden);
        knownPoints = Map.copyOf(knownPoints);
    }

    /**
     * A query whose answer was recorded.
     *
     * @param request the body of the query
     * @param ids the ids answered, best first
     */
    public record GoldenQuery(String name, Arguments request, List<String> ids) {

        public GoldenQuery {
            Fields.present("name", name);
            Fields.present("request", request);
            ids = Fields.list("ids", ids);
        }
    }
}
