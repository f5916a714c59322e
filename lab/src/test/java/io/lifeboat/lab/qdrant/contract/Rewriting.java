package io.lifeboat.lab.qdrant.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * Rewrites one JSON tree. A vector is doubled and gets two zeros more, so that dot products are four times as large and
 * directions stay; what is stored of the space {@code text}, by cosine, stays as it is but for the zeros.
 */
record Rewriting(boolean answer, boolean cosineQuery) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> ID_LISTS = Set.of("ids", "points", "has_id");
    private static final Set<String> NAME_KEYS =
            Set.of("collection_name", "alias_name", "old_alias_name", "new_alias_name", "name", "id");
    private static final Set<String> UNTOUCHED = Set.of("contentType", "method", "node", "distance", "filename");
    private static final Map<String, Long> NUMBERS = Map.of(
            "limit:1000", 2000L,
            "max_query_limit:100", 200L,
            "indexing_threshold:20000", 30000L,
            "m:8", 12L,
            "shard_number:2", 3L,
            "segments_count:4", 6L,
            "vectors_size_bytes:48", 72L,
            "vector_io_write:48", 72L,
            "n:1", 7L,
            "z:1", 5L);

    static Rewriting request() {
        return new Rewriting(false, false);
    }

    static Rewriting response(boolean cosineQuery) {
        return new Rewriting(true, cosineQuery);
    }

    ObjectNode object(ObjectNode node) {
        ObjectNode told = JSON.objectNode();
        node.properties().forEach(member -> {
            String key = member.getKey();
            String name = key.equals("a") && member.getValue().has("cpu") ? Names.collection(key) : Names.field(key);
            told.set(name, member(node, key, member.getValue()));
        });
        return told;
    }

    private JsonNode member(ObjectNode parent, String key, JsonNode value) {
        if (UNTOUCHED.contains(key)) {
            return value;
        }
        if (key.equals("size") && parent.has("distance")) {
            return JSON.numberNode(value.asInt() == 65537 ? 70000 : value.asInt() + 2);
        }
        if (key.equals("id") && value.isIntegralNumber() && !parent.has("local")) {
            return movedId(value);
        }
        if ((key.equals("offset") || key.equals("next_page_offset")) && value.isNumber()) {
            return movedId(value);
        }
        if (ID_LISTS.contains(key) && value.isArray() && value.path(0).isNumber()) {
            return movedIds(value);
        }
        if (key.equals("vector") || key.equals("query")) {
            return vectors(key, value);
        }
        if (key.equals("score") && !cosineQuery) {
            return JSON.numberNode(value.asDouble() * 4);
        }
        return other(key, value);
    }

    private JsonNode other(String key, JsonNode value) {
        if (value.isObject()) {
            return object((ObjectNode) value);
        }
        if (value.isArray()) {
            ArrayNode told = JSON.arrayNode();
            value.forEach(element -> told.add(other("", element)));
            return told;
        }
        if (value.isTextual()) {
            return JSON.textNode(text(key, value.asText()));
        }
        Long number = NUMBERS.get(key + ":" + value.asText());
        return number == null ? value : JSON.numberNode(number);
    }

    private static String text(String key, String text) {
        if (NAME_KEYS.contains(key)) {
            return Names.text(Names.collection(text));
        }
        if (key.equals("field_name") || key.equals("key")) {
            return Names.field(text);
        }
        return key.equals("team") ? "ranking" : Names.text(text);
    }

    private static JsonNode movedId(JsonNode id) {
        return JSON.numberNode(id.asLong() < 0 ? id.asLong() - 1000 : id.asLong() + 1000);
    }

    private static JsonNode movedIds(JsonNode ids) {
        ArrayNode moved = JSON.arrayNode();
        ids.forEach(id -> moved.add(id.isNumber() ? movedId(id) : JSON.textNode(Names.text(id.asText()))));
        return moved;
    }

    private JsonNode vectors(String name, JsonNode value) {
        if (value.isArray()) {
            return wider(value, answer && name.equals("text") ? 1 : 2);
        }
        if (!value.isObject() || value.has("indices")) {
            return value;
        }
        ObjectNode told = JSON.objectNode();
        value.properties()
                .forEach(named -> told.set(Names.field(named.getKey()), vectors(named.getKey(), named.getValue())));
        return told;
    }

    private static ArrayNode wider(JsonNode vector, int factor) {
        ArrayNode told = JSON.arrayNode();
        vector.forEach(x -> told.add(
                x.isIntegralNumber() ? JSON.numberNode(x.asLong() * factor) : JSON.numberNode(x.asDouble() * factor)));
        boolean integers = vector.path(0).isIntegralNumber();
        JsonNode zero = integers ? JSON.numberNode(0) : JSON.numberNode(0.0);
        return told.add(zero).add(zero);
    }
}
