package io.lifeboat.lab.qdrant.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.http.JsonBody;
import io.lifeboat.lab.qdrant.http.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What one operation did: the points it left as they are now, and those it removed. Effects are logged, not requests,
 * so replay needs no filter to be decided again.
 */
public record Change(long operation, List<Point> put, List<PointId> removed) {
    static Change nothing(long operation) {
        return new Change(operation, List.of(), List.of());
    }

    boolean isNothing() {
        return put.isEmpty() && removed.isEmpty();
    }

    byte[] encode() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("op", operation);
        ArrayNode points = node.putArray("put");
        put.forEach(point -> points.add(point.stored()));
        ArrayNode ids = node.putArray("removed");
        removed.forEach(id -> ids.add(id.json()));
        return JsonText.of(node).getBytes(StandardCharsets.UTF_8);
    }

    static Change decode(byte[] bytes) {
        JsonNode node = JsonBody.parse(bytes);
        List<Point> put = new ArrayList<>();
        node.get("put").forEach(point -> put.add(Point.fromStored(point)));
        List<PointId> removed = new ArrayList<>();
        node.get("removed").forEach(id -> removed.add(PointId.of(id)));
        return new Change(node.get("op").asLong(), put, removed);
    }
}
