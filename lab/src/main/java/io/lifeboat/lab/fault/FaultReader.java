package io.lifeboat.lab.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.http.BadInput;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Reads a {@link Fault} from JSON and names the field that is wrong. */
final class FaultReader {

    private static final Set<String> FIELDS = Set.of("mode", "delayMillis", "status");
    private static final int DEFAULT_STATUS = 500;

    private FaultReader() {}

    static Fault read(JsonNode node) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!FIELDS.contains(field.getKey())) {
                throw new BadInput(field.getKey(), "unknown; expected mode, delayMillis or status");
            }
        }
        try {
            return switch (node.path("mode").asText()) {
                case "none" -> new Fault.None();
                case "refuse" -> new Fault.Refuse();
                case "black-hole" -> new Fault.BlackHole();
                case "delay" -> new Fault.Delay(Duration.ofMillis(integer(node, "delayMillis", 0)));
                case "search-error" -> new Fault.SearchError(integer(node, "status", DEFAULT_STATUS));
                default ->
                    throw new BadInput(
                            "mode",
                            "expected none, refuse, black-hole, delay or search-error, was " + node.path("mode"));
            };
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            int colon = message.indexOf(": ");
            throw new BadInput(message.substring(0, colon), message.substring(colon + 2));
        }
    }

    private static int integer(JsonNode node, String field, int otherwise) {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isInt()) {
            throw new BadInput(field, "expected an integer, was " + value);
        }
        return value.intValue();
    }
}
