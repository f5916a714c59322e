package io.lifeboat.lab.qdrant.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * A point as it is kept; the unnamed vector has the name "". {@code version} is the number of the operation that wrote
 * it. Neither the payload nor the vectors are changed after it is made.
 */
public record Point(PointId id, long version, ObjectNode payload, Map<String, Vector> vectors) {
    public Point withPayload(long newVersion, ObjectNode newPayload) {
        return new Point(id, newVersion, newPayload, vectors);
    }

    public Point withVectors(long newVersion, Map<String, Vector> newVectors) {
        return new Point(id, newVersion, payload, newVectors);
    }

    ObjectNode stored() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("id", id.json());
        node.put("version", version);
        node.set("payload", payload);
        ObjectNode named = node.putObject("vectors");
        vectors.forEach((name, vector) -> named.set(name, vector.json()));
        return node;
    }

    static Point fromStored(JsonNode node) {
        Map<String, Vector> vectors = new TreeMap<>();
        node.get("vectors")
                .properties()
                .forEach(named -> vectors.put(
                        named.getKey(), Vector.read(named.getValue()).orElseThrow()));
        return new Point(
                PointId.of(node.get("id")), node.get("version").asLong(), (ObjectNode) node.get("payload"), vectors);
    }
}
