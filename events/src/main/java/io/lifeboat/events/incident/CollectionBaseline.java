package io.lifeboat.events.incident;

import io.lifeboat.events.Fields;
import io.lifeboat.events.plan.Arguments;
import java.time.Duration;
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
 * @param payloadSchema indexed fields, each with its type and parameters; absent where it was not read
 * @param latency how fast the golden queries were answered through the public address; absent where that was not measured
 */
public record CollectionBaseline(
        String name,
        long count,
        @Nullable String digest,
        @Nullable String writeMark,
        Map<String, String> knownPoints,
        List<GoldenQuery> golden,
        @Nullable Map<String, Arguments> payloadSchema,
        @Nullable Latency latency) {

    public CollectionBaseline {
        Fields.present("name", name);
        Fields.present("knownPoints", knownPoints).forEach((id, known) -> Fields.present("knownPoints." + id, known));
        golden = Fields.list("golden", golden);
        knownPoints = Map.copyOf(knownPoints);
        if (payloadSchema != null) {
            payloadSchema.forEach((field, index) -> Fields.present("payloadSchema." + field, index));
            payloadSchema = Map.copyOf(payloadSchema);
        }
    }

    /** One whose payload schema and latency were not recorded. */
    public CollectionBaseline(
            String name,
            long count,
            @Nullable String digest,
            @Nullable String writeMark,
            Map<String, String> knownPoints,
            List<GoldenQuery> golden) {
        this(name, count, digest, writeMark, knownPoints, golden, null, null);
    }

    /** The same with another content digest and write mark. */
    public CollectionBaseline marked(@Nullable String otherDigest, @Nullable String otherMark) {
        return new CollectionBaseline(name, count, otherDigest, otherMark, knownPoints, golden, payloadSchema, latency);
    }

    /** The same with other golden queries. */
    public CollectionBaseline asked(List<GoldenQuery> others) {
        return new CollectionBaseline(name, count, digest, writeMark, knownPoints, others, payloadSchema, latency);
    }

    /** The same without its known points. */
    public CollectionBaseline withoutKnownPoints() {
        return new CollectionBaseline(name, count, digest, writeMark, Map.of(), golden, payloadSchema, latency);
    }

    /** The same without its payload schema. */
    public CollectionBaseline withoutPayloadSchema() {
        return new CollectionBaseline(name, count, digest, writeMark, knownPoints, golden, null, latency);
    }

    /**
     * A query whose answer was recorded.
     *
     * @param request the body of the query
     * @param ids the ids answered, best first
     * @param recall share of these ids that approximate search answered, too, 0 to 1; absent where that was not measured
     */
    public record GoldenQuery(
            String name,
            Arguments request,
            List<String> ids,
            @Nullable Double recall) {

        public GoldenQuery {
            Fields.present("name", name);
            Fields.present("request", request);
            ids = Fields.list("ids", ids);
            if (recall != null && !(recall >= 0 && recall <= 1)) {
                throw new IllegalArgumentException("recall: expected a share from 0 to 1, got " + recall);
            }
        }

        /** One whose recall was not measured. */
        public GoldenQuery(String name, Arguments request, List<String> ids) {
            this(name, request, ids, null);
        }
    }

    /**
     * How long queries took that were asked one after another.
     *
     * @param samples number of queries measured
     * @param p50 half of them took at most this
     * @param p95 19 of 20 took at most this
     */
    public record Latency(int samples, Duration p50, Duration p95) {

        public Latency {
            Fields.present("p50", p50);
            Fields.present("p95", p95);
            if (samples < 1 || p50.isNegative() || p95.compareTo(p50) < 0) {
                throw new IllegalArgumentException("latency: expected samples and 0 <= p50 <= p95, got %d, %s and %s"
                        .formatted(samples, p50, p95));
            }
        }
    }
}
