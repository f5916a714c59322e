package io.lifeboat.lab.qdrant.points;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The column form of an upsert: {@code ids}, {@code vectors} and {@code payloads} side by side. */
final class BatchForm {
    private BatchForm() {}

    static List<JsonNode> points(JsonNode batch) {
        List<JsonNode> points = new ArrayList<>();
        for (int i = 0; i < batch.path("ids").size(); i++) {
            ObjectNode point = JsonNodeFactory.instance.objectNode();
            point.set("id", batch.get("ids").get(i));
            point.set("vector", vector(batch.path("vectors"), i));
            point.set("payload", batch.path("payloads").path(i));
            points.add(point);
        }
        return points;
    }

    private static JsonNode vector(JsonNode vectors, int row) {
        if (vectors.isArray()) {
            return vectors.path(row);
        }
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        vectors.properties()
                .forEach(column -> named.set(column.getKey(), column.getValue().path(row)));
        return named;
    }
}
