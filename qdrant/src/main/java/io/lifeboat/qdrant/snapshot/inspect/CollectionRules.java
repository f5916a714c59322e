package io.lifeboat.qdrant.snapshot.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the parts of a collection's snapshot must have in common. */
final class CollectionRules {
    private CollectionRules() {}

    static void check(
            String place,
            Optional<JsonNode> config,
            Optional<JsonNode> shardKeys,
            Map<Long, ShardReader> shards,
            Findings findings) {
        JsonNode params = config.map(json -> json.path("params")).orElse(null);
        if (params == null) {
            return;
        }
        if (!params.isObject()) {
            findings.damaged(place, 0, "params in config.json", "none");
            return;
        }
        shards(place, params, shardKeys, shards, findings);
        Map<String, String> vectors = vectors(params.path("vectors"));
        for (ShardReader shard : shards.values()) {
            for (SegmentReader segment : shard.segments()) {
                if (segment.isDescribed() && !segment.vectors().equals(vectors)) {
                    findings.damaged(
                            segment.place(),
                            0,
                            "the vectors of the collection, " + vectors,
                            segment.vectors().toString());
                }
            }
        }
    }

    private static void shards(
            String place,
            JsonNode params,
            Optional<JsonNode> shardKeys,
            Map<Long, ShardReader> shards,
            Findings findings) {
        boolean custom = params.path("sharding_method").asText("auto").equals("custom");
        Set<Long> expected = custom ? ofKeys(shardKeys) : ofNumber(params.path("shard_number"));
        Set<Long> missing = new TreeSet<>(expected);
        missing.removeAll(shards.keySet());
        if (!missing.isEmpty()) {
            findings.damaged(place, 0, "the shards " + expected, "none of " + missing);
        }
        if (custom) {
            findings.note(
                    place,
                    0,
                    "automatic sharding",
                    "shard keys: restored under a new name it holds no points, unless the keys are created first");
        }
        for (Map.Entry<Long, ShardReader> shard : shards.entrySet()) {
            if (!shard.getValue().isLocal()) {
                findings.note(
                        place,
                        0,
                        "the data of shard " + shard.getKey(),
                        "none: another node has it; a standalone server would refuse the restore");
            }
        }
    }

    private static Set<Long> ofNumber(JsonNode number) {
        Set<Long> shards = new TreeSet<>();
        for (long shard = 0; shard < Math.min(number.asLong(1), 10_000); shard++) {
            shards.add(shard);
        }
        return shards;
    }

    private static Set<Long> ofKeys(Optional<JsonNode> keys) {
        Set<Long> shards = new TreeSet<>();
        keys.ifPresent(list -> list.forEach(key -> key.path("shard_ids").forEach(shard -> shards.add(shard.asLong()))));
        return shards;
    }

    private static Map<String, String> vectors(JsonNode vectors) {
        Map<String, String> shapes = new TreeMap<>();
        if (vectors.has("size")) {
            shapes.put("", SegmentReader.shape(vectors));
        } else {
            vectors.properties().forEach(vector -> shapes.put(vector.getKey(), SegmentReader.shape(vector.getValue())));
        }
        return shapes;
    }
}
