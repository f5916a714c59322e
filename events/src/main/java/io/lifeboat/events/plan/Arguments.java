package io.lifeboat.events.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
                ? list.stream().map(String::valueOf).toList()
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
            return list.stream().map(Arguments::freezeElement).toList();
        }
        if (value instanceof Number number) {
            return freezeNumber(number);
        }
        return value instanceof Boolean ? value : value.toString();
    }

    /** A list keeps its places: what is null in it stays null. */
    private static @Nullable Object freezeElement(@Nullable Object value) {
        return value == null ? null : freezeValue(value);
    }

    /** As JSON gives it back: so a value is equal to itself after a round trip. */
    private static Number freezeNumber(Number number) {
        return switch (number) {
            case Byte b -> b.intValue();
            case Short s -> s.intValue();
            case Integer i -> i;
            case Long l -> smallest(l);
            case BigInteger big -> big.bitLength() < Long.SIZE ? smallest(big.longValue()) : big;
            default -> finite(number.doubleValue());
        };
    }

    private static Number smallest(long value) {
        return value == (int) value ? (Number) (int) value : (Number) value;
    }

    private static Double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("arguments: expected finite numbers, got " + value);
        }
        return value;
    }
}
