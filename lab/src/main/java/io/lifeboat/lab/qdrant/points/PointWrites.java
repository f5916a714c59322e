package io.lifeboat.lab.qdrant.points;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.http.JsonBody;
import io.lifeboat.lab.qdrant.store.Change;
import io.lifeboat.lab.qdrant.store.Collection;
import io.lifeboat.lab.qdrant.store.Point;
import io.lifeboat.lab.qdrant.store.PointId;
import io.lifeboat.lab.qdrant.store.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What each write does to the points. A method reads and checks its request first and returns the change to be decided
 * under the collection's lock, so that a bad request costs no operation number.
 */
final class PointWrites {
    /** Decides an operation's change from its number and the collection as it stands. */
    interface Decision extends BiFunction<Long, Collection, Change> {}

    private PointWrites() {}

    static Decision upsert(Collection collection, JsonBody body) {
        List<Point> points = new ArrayList<>();
        VectorCheck check = new VectorCheck(collection.config(), body);
        for (JsonNode point : listed(body)) {
            PointId id = PointId.of(point.path("id"));
            points.add(new Point(id, 0, object(point.path("payload")), check.vectors(point.path("vector"))));
        }
        return (operation, at) -> new Change(
                operation,
                points.stream()
                        .map(point -> point.withPayload(operation, point.payload()))
                        .toList(),
                List.of());
    }

    private static Iterable<JsonNode> listed(JsonBody body) {
        JsonNode batch = body.json().path("batch");
        return batch.isObject() ? BatchForm.points(batch) : body.require("points");
    }

    static Decision delete(JsonBody body) {
        Predicate<Point> selected = selected(body);
        return (operation, at) -> new Change(
                operation,
                List.of(),
                at.matching(selected).stream().map(Point::id).toList());
    }

    static Decision mergePayload(JsonBody body) {
        ObjectNode addition = object(body.require("payload"));
        return changePayload(body, payload -> payload.setAll(addition));
    }

    static Decision overwritePayload(JsonBody body) {
        ObjectNode replacement = object(body.require("payload"));
        return changePayload(body, payload -> replacement);
    }

    static Decision deletePayloadKeys(JsonBody body) {
        List<PayloadPath> keys = new ArrayList<>();
        body.require("keys").forEach(key -> keys.add(PayloadPath.of(key.asText())));
        return changePayload(body, payload -> {
            keys.forEach(key -> key.remove(payload));
            return payload;
        });
    }

    static Decision clearPayload(JsonBody body) {
        return changePayload(body, payload -> JsonNodeFactory.instance.objectNode());
    }

    private static Decision changePayload(JsonBody body, UnaryOperator<ObjectNode> change) {
        Predicate<Point> selected = selected(body);
        return (operation, at) -> new Change(
                operation,
                at.matching(selected).stream()
                        .map(point -> point.withPayload(
                                operation, change.apply(point.payload().deepCopy())))
                        .toList(),
                List.of());
    }

    static Decision updateVectors(Collection collection, JsonBody body) {
        VectorCheck check = new VectorCheck(collection.config(), body);
        Map<PointId, Map<String, Vector>> updates = new TreeMap<>();
        body.require("points")
                .forEach(point -> updates.put(PointId.of(point.path("id")), check.vectors(point.path("vector"))));
        return (operation, at) -> {
            List<Point> put = new ArrayList<>();
            updates.forEach((id, vectors) -> at.point(id).ifPresent(point -> {
                Map<String, Vector> merged = new TreeMap<>(point.vectors());
                merged.putAll(vectors);
                put.add(point.withVectors(operation, merged));
            }));
            return new Change(operation, put, List.of());
        };
    }

    static Decision nothing() {
        return (operation, at) -> new Change(operation, List.of(), List.of());
    }

    private static Predicate<Point> selected(JsonBody body) {
        JsonNode ids = body.json().path("points");
        if (ids.isArray()) {
            return IdCondition.of(ids);
        }
        body.require("filter");
        return Filters.of(body);
    }

    private static ObjectNode object(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isObject)
                .map(ObjectNode.class::cast)
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }
}
