package io.lifeboat.lab.qdrant.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A collection's configuration as it is reported under {@code result.config}, and what follows from it. The tree is
 * never changed after this is made.
 */
public record CollectionConfig(ObjectNode reported, Map<String, Dense> dense, Set<String> sparse) {
    /** Size and distance of a dense vector. */
    public record Dense(int size, Distance distance) {}

    public static CollectionConfig of(ObjectNode reported) {
        JsonNode params = reported.path("params");
        Map<String, Dense> dense = new TreeMap<>();
        JsonNode vectors = params.path("vectors");
        if (vectors.path("size").isNumber()) {
            dense.put("", dense(vectors));
        } else {
            vectors.properties().forEach(named -> dense.put(named.getKey(), dense(named.getValue())));
        }
        Set<String> sparse = new TreeSet<>();
        params.path("sparse_vectors").fieldNames().forEachRemaining(sparse::add);
        return new CollectionConfig(reported, dense, sparse);
    }

    private static Dense dense(JsonNode node) {
        Distance distance = Distance.named(node.path("distance").asText()).orElseThrow();
        return new Dense(node.get("size").intValue(), distance);
    }

    public boolean unnamed() {
        return dense.containsKey("");
    }

    public int shardNumber() {
        return reported.path("params").path("shard_number").asInt(1);
    }

    public JsonNode vectors() {
        return reported.path("params").path("vectors");
    }

    /** The strict mode's settings, or nothing at all while it is off. */
    public JsonNode strictMode() {
        JsonNode strict = reported.path("strict_mode_config");
        return strict.path("enabled").asBoolean()
                ? strict
                : com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }
}
