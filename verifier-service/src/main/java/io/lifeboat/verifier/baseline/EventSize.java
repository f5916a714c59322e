package io.lifeboat.verifier.baseline;

import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.serde.Json;
import io.lifeboat.events.topic.Topics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Makes a baseline fit into a record: golden queries go first, the largest before the others, then known points, payload schemas and aliases. */
final class EventSize {
    private static final Logger LOG = Logger.getLogger(EventSize.class);
    /** The rest of a record is for its envelope. */
    static final int MOST_BYTES = Topics.MOST_BYTES - 8 * 1024;

    private EventSize() {}

    static BaselineRecorded trim(BaselineRecorded baseline) {
        return trim(baseline, MOST_BYTES);
    }

    static BaselineRecorded trim(BaselineRecorded baseline, int most) {
        BaselineRecorded trimmed = baseline;
        while (Json.bytes(trimmed).length > most) {
            List<CollectionBaseline> collections = new ArrayList<>(trimmed.collections());
            Map<String, String> aliases = trimmed.aliases();
            if (!dropGolden(collections) && !dropKnownPoints(collections) && !dropSchema(collections)) {
                if (aliases == null) {
                    throw new IllegalStateException("baseline of %s: expected at most %d bytes, has %d collections"
                            .formatted(baseline.workspace(), most, collections.size()));
                }
                LOG.warnf("dropped the aliases, the baseline is too large workspace=%s", baseline.workspace());
                aliases = null;
            }
            trimmed = new BaselineRecorded(
                    baseline.workspace(), baseline.site(), baseline.takenAt(), collections, aliases);
        }
        return trimmed;
    }

    private static boolean dropGolden(List<CollectionBaseline> collections) {
        return largest(
                collections,
                collection -> collection.golden().isEmpty() ? 0 : Json.bytes(collection.golden()).length,
                of -> {
                    LOG.warnf("dropped a golden query, the baseline is too large collection=%s", of.name());
                    return of.asked(of.golden().subList(0, of.golden().size() - 1));
                });
    }

    private static boolean dropKnownPoints(List<CollectionBaseline> collections) {
        return largest(collections, collection -> collection.knownPoints().size(), of -> {
            LOG.warnf("dropped the known points, the baseline is too large collection=%s", of.name());
            return of.withoutKnownPoints();
        });
    }

    private static boolean dropSchema(List<CollectionBaseline> collections) {
        return largest(collections, EventSize::sizeOfSchema, of -> {
            LOG.warnf("dropped the payload schema, the baseline is too large collection=%s", of.name());
            return of.withoutPayloadSchema();
        });
    }

    private static int sizeOfSchema(CollectionBaseline of) {
        Map<String, Arguments> schema = of.payloadSchema();
        return schema == null ? 0 : Json.bytes(schema).length;
    }

    private static boolean largest(
            List<CollectionBaseline> collections,
            java.util.function.ToIntFunction<CollectionBaseline> size,
            java.util.function.UnaryOperator<CollectionBaseline> smaller) {
        CollectionBaseline largest = collections.stream()
                .max(Comparator.comparingInt(size))
                .filter(collection -> size.applyAsInt(collection) > 0)
                .orElse(null);
        if (largest == null) {
            return false;
        }
        collections.set(collections.indexOf(largest), smaller.apply(largest));
        return true;
    }
}
