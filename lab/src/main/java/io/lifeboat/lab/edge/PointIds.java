package io.lifeboat.lab.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.http.Json;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The ids of the points that a write names, in the forms of Qdrant's REST interface: {@code points} as ids or as objects with an
 * id, {@code batch.ids}, and {@code operations} of a batch, one level deep.
 */
final class PointIds {

    /** Ids told of one write. */
    static final int MAX = 1_000;

    private PointIds() {}

    /** The ids in order; none where the write names none or is not JSON. */
    static List<Object> of(Buffer body) throws IOException {
        List<Object> ids = new ArrayList<>();
        try {
            collect(Json.MAPPER.readTree(body.getBytes()), ids);
        } catch (JsonProcessingException notJson) {
            return List.of();
        }
        return List.copyOf(ids.subList(0, Math.min(ids.size(), MAX)));
    }

    private static void collect(JsonNode node, List<Object> ids) {
        node.path("points").forEach(point -> add(point.isObject() ? point.path("id") : point, ids));
        node.path("batch").path("ids").forEach(id -> add(id, ids));
        for (JsonNode operation : node.path("operations")) {
            for (Map.Entry<String, JsonNode> kind : operation.properties()) {
                if (!kind.getValue().has("operations")) {
                    collect(kind.getValue(), ids);
                }
            }
        }
    }

    private static void add(JsonNode id, List<Object> ids) {
        if (id.isIntegralNumber()) {
            ids.add(id.numberValue());
        } else if (id.isTextual()) {
            ids.add(id.textValue());
        }
    }
}
