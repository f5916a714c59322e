package io.lifeboat.lab.qdrant.points;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.qdrant.http.JsonBody;
import io.lifeboat.lab.qdrant.store.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Turns the {@code filter} of a request into a predicate; a condition it does not know is refused as Qdrant does. */
final class Filters {
    private static final String NO_CONDITION = "Expected some form of condition, which can be a field condition (like"
            + " {\"key\": ..., \"match\": ... }), or some other mentioned in the documentation:"
            + " https://qdrant.tech/documentation/concepts/filtering/#filtering-conditions";

    private final JsonBody body;

    private Filters(JsonBody body) {
        this.body = body;
    }

    /** The filter of a request; without one every point passes. */
    static Predicate<Point> of(JsonBody body) {
        JsonNode filter = body.json().path("filter");
        return filter.isObject() ? new Filters(body).filter(filter) : point -> true;
    }

    private Predicate<Point> filter(JsonNode filter) {
        List<Predicate<Point>> must = conditions(filter.path("must"));
        List<Predicate<Point>> should = conditions(filter.path("should"));
        List<Predicate<Point>> mustNot = conditions(filter.path("must_not"));
        return point -> must.stream().allMatch(one -> one.test(point))
                && mustNot.stream().noneMatch(one -> one.test(point))
                && (should.isEmpty() || should.stream().anyMatch(one -> one.test(point)));
    }

    private List<Predicate<Point>> conditions(JsonNode clause) {
        List<Predicate<Point>> conditions = new ArrayList<>();
        if (clause.isArray()) {
            clause.forEach(one -> conditions.add(condition(one)));
        } else if (clause.isObject()) {
            conditions.add(condition(clause));
        }
        return conditions;
    }

    private Predicate<Point> condition(JsonNode condition) {
        if (condition.has("key")) {
            return FieldCondition.of(condition).orElseThrow(() -> body.refuse(NO_CONDITION));
        }
        if (condition.has("has_id")) {
            return IdCondition.of(condition.get("has_id"));
        }
        if (condition.has("has_vector")) {
            String name = condition.get("has_vector").asText();
            return point -> point.vectors().containsKey(name);
        }
        if (condition.has("is_empty")) {
            return empty(condition.get("is_empty").path("key").asText());
        }
        if (condition.has("is_null")) {
            PayloadPath path =
                    PayloadPath.of(condition.get("is_null").path("key").asText());
            return point -> path.values(point.payload()).stream().anyMatch(JsonNode::isNull);
        }
        if (condition.has("must") || condition.has("should") || condition.has("must_not")) {
            return filter(condition);
        }
        throw body.refuse(NO_CONDITION);
    }

    private static Predicate<Point> empty(String key) {
        return FieldCondition.hasValue(key).negate();
    }
}
