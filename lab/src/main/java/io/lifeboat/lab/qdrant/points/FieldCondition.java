package io.lifeboat.lab.qdrant.points;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.qdrant.store.Point;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Conditions on a key of the payload: {@code match} in its four forms, and {@code range}. */
public final class FieldCondition {
    private FieldCondition() {}

    /** Whether the key holds anything but null; what {@code payload_schema} counts. */
    public static Predicate<Point> hasValue(String key) {
        PayloadPath path = PayloadPath.of(key);
        return point -> path.values(point.payload()).stream().anyMatch(value -> !value.isNull());
    }

    static Optional<Predicate<Point>> of(JsonNode condition) {
        PayloadPath path = PayloadPath.of(condition.get("key").asText());
        return test(condition)
                .map(test -> point -> path.values(point.payload()).stream().anyMatch(test));
    }

    private static Optional<Predicate<JsonNode>> test(JsonNode condition) {
        if (condition.path("match").isObject()) {
            return match(condition.get("match"));
        }
        return condition.path("range").isObject() ? Optional.of(range(condition.get("range"))) : Optional.empty();
    }

    private static Optional<Predicate<JsonNode>> match(JsonNode match) {
        if (match.has("value")) {
            return Optional.of(value -> same(value, match.get("value")));
        }
        if (match.has("text")) {
            String text = match.get("text").asText();
            return Optional.of(value -> value.isTextual() && containsWords(value.asText(), text));
        }
        if (match.path("any").isArray()) {
            return Optional.of(value -> oneOf(value, match.get("any")));
        }
        return match.path("except").isArray()
                ? Optional.of(value -> !oneOf(value, match.get("except")))
                : Optional.empty();
    }

    private static boolean oneOf(JsonNode value, JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).anyMatch(one -> same(value, one));
    }

    private static boolean same(JsonNode value, JsonNode wanted) {
        boolean integers = value.isIntegralNumber() && wanted.isIntegralNumber();
        return integers ? value.asText().equals(wanted.asText()) : value.equals(wanted);
    }

    private static boolean containsWords(String text, String words) {
        String folded = text.toLowerCase(Locale.ROOT);
        return words.toLowerCase(Locale.ROOT)
                .lines()
                .flatMap(line -> java.util.Arrays.stream(line.split("\\s+")))
                .allMatch(folded::contains);
    }

    private static Predicate<JsonNode> range(JsonNode range) {
        return value -> value.isNumber()
                && (!range.hasNonNull("gt")
                        || value.asDouble() > range.get("gt").asDouble())
                && (!range.hasNonNull("gte")
                        || value.asDouble() >= range.get("gte").asDouble())
                && (!range.hasNonNull("lt")
                        || value.asDouble() < range.get("lt").asDouble())
                && (!range.hasNonNull("lte")
                        || value.asDouble() <= range.get("lte").asDouble());
    }
}
