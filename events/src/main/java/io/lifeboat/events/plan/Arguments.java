package io.lifeboat.events.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** JSON values by name: arguments of a step, output of an action. Deeply immutable, ordered by name. */
public record Arguments(@JsonValue Map<String, Object> values) {
    private static final Arguments NONE = new Arguments(Map.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Arguments {
        values = freeze(values);
    }

    public static Arguments none() {
        return NONE;
    }

    public static Arguments of(String name, Object value) {
        return new Arguments(Map.of(name, value));
    }

    /** A copy with one more value, or another one of that name. */
    public Arguments with(String name, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(values);
        copy.put(name, value);
        return new Arguments(copy);
    }

    /** The text of that name, if there is one. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString);
    }

    /** @throws IllegalArgumentException if there is no such value */
    public String required(String name) {
        return text(name).orElseThrow(() -> new IllegalArgumentException("argument '" + name + "' is missing"));
    }

    /** The texts of a list of that name; empty if there is none. */
    public List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    private static Map<String, Object> freeze(Map<?, ?> raw) {
        Map<String, Object> sorted = new TreeMap<>();
        raw.forEach((name, value) -> {
            if (value != null) {
                sorted.put(name.toString(), freezeValue(value));
            }
        });
        return java.util.Collections.unmodifiableMap(sorted);
    }

    private static Object freezeValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            return freeze(map);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Arguments::freezeValue).toList();
        }
        return value instanceof String || value instanceof Number || value instanceof Boolean
                ? value
                : value.toString();
    }
}
