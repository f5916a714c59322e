package io.lifeboat.lab.qdrant.points;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.store.Point;
import io.lifeboat.lab.qdrant.store.Vector;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which parts of a point a request wants to see: {@code with_payload} and {@code with_vector}. */
record Shown(JsonNode payload, JsonNode vector) {
    static Shown of(ObjectNode request, boolean payloadByDefault) {
        JsonNode payload = request.path("with_payload");
        JsonNode vector = request.has("with_vectors") ? request.path("with_vectors") : request.path("with_vector");
        boolean unsaid = payload.isMissingNode() || payload.isNull();
        return new Shown(unsaid ? JsonNodeFactory.instance.booleanNode(payloadByDefault) : payload, vector);
    }

    static Shown everything() {
        return new Shown(JsonNodeFactory.instance.booleanNode(true), JsonNodeFactory.instance.booleanNode(true));
    }

    /** A record of the point; {@code score} also shows the version, as results of a search do. */
    ObjectNode record(Point point, Optional<Float> score) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("id", point.id().json());
        score.ifPresent(value -> node.put("version", point.version()).put("score", value));
        if (!payload.isBoolean() || payload.booleanValue()) {
            node.set("payload", selected(point.payload()));
        }
        if (vector.isArray() || vector.asBoolean()) {
            node.set("vector", vectors(point.vectors()));
        }
        return node;
    }

    private ObjectNode selected(ObjectNode whole) {
        if (payload.isBoolean()) {
            return whole;
        }
        JsonNode include = payload.isArray() ? payload : payload.path("include");
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        Set<String> excluded = names(payload.path("exclude"));
        Set<String> included = names(include);
        whole.properties().stream()
                .filter(entry ->
                        include.isArray() ? included.contains(entry.getKey()) : !excluded.contains(entry.getKey()))
                .forEach(entry -> part.set(entry.getKey(), entry.getValue()));
        return part;
    }

    private JsonNode vectors(Map<String, Vector> vectors) {
        if (vectors.containsKey("")) {
            return vectors.get("").json();
        }
        Set<String> wanted = names(vector);
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        vectors.forEach((name, value) -> {
            if (!vector.isArray() || wanted.contains(name)) {
                named.set(name, value.json());
            }
        });
        return named;
    }

    private static Set<String> names(JsonNode array) {
        Set<String> names = new TreeSet<>();
        array.forEach(name -> names.add(name.asText()));
        return names;
    }
}
