package io.lifeboat.qdrant.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A JSON value and the place where it stood; each getter throws {@link WrongShape} naming the field it missed. */
public record Fields(JsonNode node, String where) {

    /** A field that must be there. */
    public Fields at(String name) {
        return find(name).orElseThrow(() -> new WrongShape(where + "." + name, "a value"));
    }

    /** A field that may be missing or null. */
    public Optional<Fields> find(String name) {
        if (!node.isObject()) {
            throw new WrongShape(where, "an object");
        }
        JsonNode child = node.get(name);
        return child == null || child.isNull() ? Optional.empty() : Optional.of(new Fields(child, where + "." + name));
    }

    public String text(String name) {
        return at(name).asText();
    }

    public long number(String name) {
        return at(name).asNumber();
    }

    public boolean flag(String name) {
        return at(name).asFlag();
    }

    public <T> List<T> list(String name, Function<Fields, T> read) {
        return at(name).asList(read);
    }

    public String asText() {
        if (!node.isTextual()) {
            throw new WrongShape(where, "a text");
        }
        return node.textValue();
    }

    /** An integer within a signed 64-bit number. */
    public long asNumber() {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new WrongShape(where, "an integer");
        }
        return node.longValue();
    }

    /** An unsigned 64-bit integer (peer ids), as its decimal digits. */
    public String asUnsigned() {
        if (!node.isIntegralNumber() || node.bigIntegerValue().signum() < 0) {
            throw new WrongShape(where, "an unsigned integer");
        }
        return node.bigIntegerValue().toString();
    }

    public boolean asFlag() {
        if (!node.isBoolean()) {
            throw new WrongShape(where, "true or false");
        }
        return node.booleanValue();
    }

    public double asDecimal() {
        if (!node.isNumber()) {
            throw new WrongShape(where, "a number");
        }
        return node.doubleValue();
    }

    public <T> List<T> asList(Function<Fields, T> read) {
        if (!node.isArray()) {
            throw new WrongShape(where, "an array");
        }
        return IntStream.range(0, node.size())
                .mapToObj(i -> read.apply(new Fields(node.get(i), where + "[" + i + "]")))
                .toList();
    }

    /** An object's fields in the order they stood. */
    public <T> Map<String, T> asMap(Function<Fields, T> read) {
        if (!node.isObject()) {
            throw new WrongShape(where, "an object");
        }
        Map<String, T> map = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> map.put(
                        entry.getKey(), read.apply(new Fields(entry.getValue(), where + "." + entry.getKey()))));
        return map;
    }
}
