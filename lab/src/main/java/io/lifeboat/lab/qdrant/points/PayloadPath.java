package io.lifeboat.lab.qdrant.points;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A key of a payload: {@code a.b} goes into objects, {@code a[].b} into each element of an array. */
record PayloadPath(List<String> parts) {
    static PayloadPath of(String key) {
        return new PayloadPath(List.of(key.split("\\.")));
    }

    /** The values under the path, arrays at its end taken apart; null is a value. */
    List<JsonNode> values(ObjectNode payload) {
        Stream<JsonNode> found = Stream.of(payload);
        for (String part : parts) {
            boolean each = part.endsWith("[]");
            String name = each ? part.substring(0, part.length() - 2) : part;
            found = found.map(node -> node.path(name)).filter(node -> !node.isMissingNode());
            found = each ? found.flatMap(PayloadPath::elements) : found;
        }
        return found.flatMap(PayloadPath::elements).toList();
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    }

    void remove(ObjectNode payload) {
        JsonNode parent = payload;
        for (String part : parts.subList(0, parts.size() - 1)) {
            parent = parent.path(part);
        }
        if (parent instanceof ObjectNode object) {
            object.remove(parts.getLast());
        }
    }
}
