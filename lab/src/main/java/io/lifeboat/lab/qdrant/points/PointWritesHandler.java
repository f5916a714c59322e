package io.lifeboat.lab.qdrant.points;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.http.Answer;
import io.lifeboat.lab.qdrant.http.Call;
import io.lifeboat.lab.qdrant.http.JsonBody;
import io.lifeboat.lab.qdrant.http.Route;
import io.lifeboat.lab.qdrant.store.Collection;
import io.lifeboat.lab.qdrant.store.Storage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Upserts, deletes, payload and vector changes, and payload indexes. */
public final class PointWritesHandler {
    private static final String POINTS = "/collections/{collection_name}/points";
    private static final String INDEX = "/collections/{collection_name}/index";

    private final Storage storage;

    public PointWritesHandler(Storage storage) {
        this.storage = storage;
    }

    public List<Route> routes() {
        return List.of(
                write("PUT", POINTS, PointWrites::upsert),
                write("POST", POINTS + "/delete", (collection, body) -> PointWrites.delete(body)),
                write("POST", POINTS + "/payload", (collection, body) -> PointWrites.mergePayload(body)),
                write("PUT", POINTS + "/payload", (collection, body) -> PointWrites.overwritePayload(body)),
                write("POST", POINTS + "/payload/delete", (collection, body) -> PointWrites.deletePayloadKeys(body)),
                write("POST", POINTS + "/payload/clear", (collection, body) -> PointWrites.clearPayload(body)),
                write("PUT", POINTS + "/vectors", PointWrites::updateVectors),
                Route.write("PUT", INDEX, this::createIndex),
                Route.write("DELETE", INDEX + "/{field_name}", this::deleteIndex));
    }

    private Route write(String method, String template, BiFunction<Collection, JsonBody, PointWrites.Decision> decide) {
        return Route.write(method, template, call -> {
            Collection collection = storage.get(call.collection());
            return written(call, collection.write(decide.apply(collection, call.json())));
        });
    }

    /** Takes two operations, as in Qdrant: an incompatible index goes first, then the new one comes (case 05). */
    private Answer createIndex(Call call) throws IOException {
        JsonBody body = call.json();
        Collection collection = storage.get(call.collection());
        JsonNode schema = body.json().path("field_schema");
        Map<String, JsonNode> indexes = new TreeMap<>(collection.indexes());
        indexes.put(body.require("field_name").asText(), schema);
        collection.write(PointWrites.nothing());
        long operation = collection.write(PointWrites.nothing());
        collection.reindex(indexes);
        return written(call, operation);
    }

    private Answer deleteIndex(Call call) throws IOException {
        Collection collection = storage.get(call.collection());
        Map<String, JsonNode> indexes = new TreeMap<>(collection.indexes());
        indexes.remove(call.param("field_name"));
        long operation = collection.write(PointWrites.nothing());
        collection.reindex(indexes);
        return written(call, operation);
    }

    private static Answer written(Call call, long operation) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("operation_id", operation);
        return new Answer.Result(result.put("status", call.waits(false) ? "completed" : "acknowledged"));
    }
}
