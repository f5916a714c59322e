package io.lifeboat.workspaces.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of the file with its place. */
sealed interface Located {
    Place place();

    /** @param entries in the order of the file, each key once */
    record Mapping(Place place, Map<String, Entry> entries) implements Located {}

    record Entry(Place key, Located value) {}

    record Sequence(Place place, List<Located> items) implements Located {}

    /** @param value a text, a {@link Long}, {@link BigDecimal} or {@link Boolean}, or nothing */
    record Scalar(Place place, @Nullable Object value) implements Located {}

    /** The same without places. */
    default JsonNode json() {
        return switch (this) {
            case Mapping mapping -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                mapping.entries()
                        .forEach((key, entry) -> object.set(key, entry.value().json()));
                yield object;
            }
            case Sequence sequence -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                sequence.items().forEach(item -> array.add(item.json()));
                yield array;
            }
            case Scalar scalar -> scalarJson(scalar.value());
        };
    }

    private static JsonNode scalarJson(@Nullable Object value) {
        return switch (value) {
            case null -> JsonNodeFactory.instance.nullNode();
            case Boolean flag -> JsonNodeFactory.instance.booleanNode(flag);
            case Long number -> JsonNodeFactory.instance.numberNode(number);
            case BigDecimal number -> JsonNodeFactory.instance.numberNode(number);
            default -> JsonNodeFactory.instance.textNode(value.toString());
        };
    }
}
