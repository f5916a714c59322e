package io.lifeboat.verifier.golden;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.serde.Json;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.point.PointCalls;
import io.lifeboat.qdrant.point.StoredPoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A query near an existing point's vector, answered by exact search: an approximate one answers differently on another graph.
 *
 * @param request the body of the query
 */
public record Golden(Arguments request) {
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    /** A query like a point's own dense vector; of several, the first by name. Empty if it has none. */
    public static Optional<Golden> like(StoredPoint point, int top) {
        return point.vectors().flatMap(vectors -> like(vectors, top));
    }

    private static Optional<Golden> like(JsonNode vectors, int top) {
        if (isDense(vectors)) {
            return Optional.of(of(vectors, top, Optional.empty()));
        }
        Map<String, JsonNode> named = new TreeMap<>();
        vectors.properties().forEach(entry -> named.put(entry.getKey(), entry.getValue()));
        return named.entrySet().stream()
                .filter(entry -> isDense(entry.getValue()))
                .findFirst()
                .map(entry -> of(entry.getValue(), top, Optional.of(entry.getKey())));
    }

    private static boolean isDense(JsonNode vector) {
        return vector.isArray() && !vector.isEmpty() && vector.get(0).isNumber();
    }

    private static Golden of(JsonNode vector, int top, Optional<String> using) {
        ObjectNode body = Json.mapper().createObjectNode().put("limit", top).put("with_payload", false);
        body.set("query", vector);
        body.putObject("params").put("exact", true);
        using.ifPresent(name -> body.put("using", name));
        return new Golden(new Arguments(Json.mapper().convertValue(body, VALUES)));
    }

    /** The ids answered, best first. */
    public Answer<List<String>> ask(PointCalls points) throws InterruptedException {
        ObjectNode body = Json.mapper().valueToTree(request.values());
        return points.query(body)
                .map(hits -> hits.stream().map(hit -> hit.id().toString()).toList());
    }
}
