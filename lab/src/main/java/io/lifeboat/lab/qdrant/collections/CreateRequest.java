package io.lifeboat.lab.qdrant.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.http.JsonBody;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.store.CollectionConfig;
import io.lifeboat.lab.qdrant.store.Distance;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes a configuration of the body of {@code PUT /collections/x}. Members it does not know are ignored, as in Qdrant:
 * a reported configuration sent back makes a collection without vectors (case 04).
 */
final class CreateRequest {
    private static final int LARGEST = 65536;
    private static final List<String> COPIED_PARAMS =
            List.of("sharding_method", "sparse_vectors", "read_fan_out_factor", "read_fan_out_delay_ms");

    private CreateRequest() {}

    static CollectionConfig read(JsonBody body) {
        ObjectNode request = body.json();
        ObjectNode reported = JsonNodeFactory.instance.objectNode();
        reported.set("params", params(body));
        reported.set("hnsw_config", merged(Defaults.hnsw(), request.path("hnsw_config")));
        reported.set("optimizer_config", merged(Defaults.optimizer(), request.path("optimizers_config")));
        reported.set("wal_config", merged(Defaults.wal(), request.path("wal_config")));
        JsonNode quantization = request.path("quantization_config");
        reported.set(
                "quantization_config", quantization.isObject() ? quantization : JsonNodeFactory.instance.nullNode());
        for (String optional : List.of("strict_mode_config", "metadata")) {
            if (request.path(optional).isObject()) {
                reported.set(optional, request.get(optional));
            }
        }
        return CollectionConfig.of(reported);
    }

    private static ObjectNode params(JsonBody body) {
        ObjectNode request = body.json();
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        params.set("vectors", vectors(body, request.path("vectors")));
        params.put("shard_number", request.path("shard_number").asInt(1));
        params.put("replication_factor", request.path("replication_factor").asInt(1));
        params.put(
                "write_consistency_factor",
                request.path("write_consistency_factor").asInt(1));
        params.put("on_disk_payload", request.path("on_disk_payload").asBoolean(true));
        for (String name : COPIED_PARAMS) {
            if (request.hasNonNull(name)) {
                params.set(name, request.get(name));
            }
        }
        return params;
    }

    private static ObjectNode vectors(JsonBody body, JsonNode vectors) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        if (vectors.has("size")) {
            return vector(body, vectors, "vectors.size");
        }
        Map<String, JsonNode> byName = new TreeMap<>();
        vectors.properties().forEach(named -> byName.put(named.getKey(), named.getValue()));
        byName.forEach((name, one) -> shown.set(name, vector(body, one, "vectors." + name + ".size")));
        return shown;
    }

    private static ObjectNode vector(JsonBody body, JsonNode one, String sizeName) {
        boolean known = Distance.named(one.path("distance").asText()).isPresent();
        if (!known || !one.path("size").isIntegralNumber()) {
            throw body.refuse("data did not match any variant of untagged enum VectorsConfig");
        }
        long size = one.get("size").asLong();
        if (size < 1 || size > LARGEST) {
            throw QdrantError.invalid(
                    "JSON body", sizeName + ": value " + size + " invalid, must be from 1 to " + LARGEST);
        }
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        one.properties().stream()
                .filter(entry -> !entry.getValue().isNull())
                .forEach(entry -> shown.set(entry.getKey(), entry.getValue()));
        return shown;
    }

    /** The defaults with what the request says over them. */
    static ObjectNode merged(ObjectNode base, JsonNode changes) {
        ObjectNode merged = base.deepCopy();
        changes.properties().stream()
                .filter(entry -> !entry.getValue().isNull())
                .forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
        return merged;
    }
}
