package io.lifeboat.lab.qdrant.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.store.CollectionConfig;
import java.util.Map;

/** Lays the body of {@code PATCH /collections/x} over a configuration: what it does not name stays. */
final class PatchRequest {
    private static final Map<String, String> REPORTED_NAMES = Map.of(
            "optimizers_config", "optimizer_config",
            "hnsw_config", "hnsw_config",
            "params", "params",
            "strict_mode_config", "strict_mode_config",
            "metadata", "metadata",
            "quantization_config", "quantization_config");

    private PatchRequest() {}

    static CollectionConfig apply(CollectionConfig before, ObjectNode request) {
        ObjectNode reported = before.reported().deepCopy();
        REPORTED_NAMES.forEach((asked, shown) -> {
            JsonNode changes = request.path(asked);
            if (changes.isObject()) {
                ObjectNode old = reported.path(shown) instanceof ObjectNode object
                        ? object
                        : JsonNodeFactory.instance.objectNode();
                reported.set(shown, CreateRequest.merged(old, changes));
            }
        });
        return CollectionConfig.of(reported);
    }
}
