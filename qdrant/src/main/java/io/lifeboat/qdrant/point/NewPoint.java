package io.lifeboat.qdrant.point;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.qdrant.answer.QdrantJson;

/** A point to write. {@code vectors} is an array, or an object by name. */
public record NewPoint(PointId id, JsonNode vectors, ObjectNode payload) {
    ObjectNode toJson() {
        ObjectNode point = QdrantJson.object();
        point.set("id", id.toJson());
        point.set("vector", vectors);
        point.set("payload", payload);
        return point;
    }
}
