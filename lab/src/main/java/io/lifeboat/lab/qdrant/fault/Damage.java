package io.lifeboat.lab.qdrant.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.store.Point;
import io.lifeboat.lab.qdrant.store.Vector;
import java.util.Map;
import java.util.TreeMap;

/** Small damage to one point: one value of its payload, or one number of its first vector. */
final class Damage {
    private Damage() {}

    static Point payload(Point point) {
        ObjectNode payload = point.payload().deepCopy();
        if (payload.isEmpty()) {
            payload.put("damaged", true);
        } else {
            Map.Entry<String, JsonNode> first = payload.properties().iterator().next();
            payload.set(first.getKey(), other(first.getValue()));
        }
        return point.withPayload(point.version(), payload);
    }

    private static JsonNode other(JsonNode value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (value.getNodeType()) {
            case STRING -> json.textNode(value.asText() + "?");
            case NUMBER -> json.numberNode(value.asLong() + 1);
            case BOOLEAN -> json.booleanNode(!value.asBoolean());
            case ARRAY, OBJECT, NULL, MISSING, BINARY, POJO -> json.textNode("damaged");
        };
    }

    static Point vector(Point point) {
        Map<String, Vector> vectors = new TreeMap<>(point.vectors());
        vectors.entrySet().stream().findFirst().ifPresent(first -> first.setValue(other(first.getValue())));
        return point.withVectors(point.version(), vectors);
    }

    private static Vector other(Vector vector) {
        return switch (vector) {
            case Vector.Dense dense -> new Vector.Dense(other(dense.values()));
            case Vector.Sparse sparse -> new Vector.Sparse(sparse.indices(), other(sparse.values()));
        };
    }

    private static float[] other(float[] values) {
        float[] changed = values.clone();
        if (changed.length > 0) {
            changed[0] += 0.25f;
        }
        return changed;
    }
}
