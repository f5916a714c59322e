package io.lifeboat.detector.probe.qdrant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.qdrant.answer.QdrantJson;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** Search requests made of what a point's {@code vector} holds. */
final class Queries {
    private Queries() {}

    /**
     * A search for the nearest point; nothing if there is no vector to search by.
     *
     * @param vector an array (unnamed: dense or multi), or an object of named ones
     */
    static Optional<ObjectNode> of(JsonNode vector) {
        if (vector.isArray() && !vector.isEmpty()) {
            return Optional.of(nearest(vector));
        }
        Iterator<Map.Entry<String, JsonNode>> named = vector.properties().iterator();
        if (!vector.isObject() || !named.hasNext()) {
            return Optional.empty();
        }
        Map.Entry<String, JsonNode> first = named.next();
        return Optional.of(nearest(first.getValue()).put("using", first.getKey()));
    }

    private static ObjectNode nearest(JsonNode vector) {
        ObjectNode body = QdrantJson.object().put("limit", 1).put("with_payload", false);
        body.set("query", vector);
        return body;
    }
}
