package io.lifeboat.lab.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.http.BadInput;
import java.util.List;
import java.util.Set;

/** Reads a {@link Traffic} from JSON and names the field that is wrong. */
final class TrafficReader {

    private static final Set<String> FIELDS = Set.of("target", "epoch", "claimId");

    private TrafficReader() {}

    /** Reads the object in {@code body[name]}. */
    static Traffic read(JsonNode body, String name) {
        JsonNode node = body.path(name);
        if (!node.isObject()) {
            throw new BadInput(name, "expected an object with target, epoch and claimId");
        }
        refuseOthers(node, FIELDS, name + ".");
        String target = text(node, name, "target");
        JsonNode epoch = node.path("epoch");
        if (!epoch.isIntegralNumber() || !epoch.canConvertToLong()) {
            throw new BadInput(name + ".epoch", "expected an integer, was " + shown(epoch));
        }
        String claimId = text(node, name, "claimId");
        try {
            return new Traffic(Target.parse(target), epoch.longValue(), claimId);
        } catch (IllegalArgumentException e) {
            throw named(name, e);
        }
    }

    /** Refuses fields that have no meaning: a misspelt one must not be taken for a missing one. */
    static void refuseOthers(JsonNode node, Set<String> known, String prefix) {
        for (String field : List.copyOf(fieldNames(node))) {
            if (!known.contains(field)) {
                throw new BadInput(
                        prefix + field,
                        "unknown; expected "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    private static List<String> fieldNames(JsonNode node) {
        return node.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }

    private static String text(JsonNode node, String name, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new BadInput(name + "." + field, "expected a string, was " + shown(value));
        }
        return value.textValue();
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "missing" : value.toString();
    }

    /** The records name their own fields; host and port are parts of the one field called target. */
    private static BadInput named(String name, IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        int colon = message.indexOf(": ");
        String field = message.substring(0, colon);
        boolean partOfTarget = field.equals("host") || field.equals("port");
        return new BadInput(name + "." + (partOfTarget ? "target" : field), message.substring(colon + 2));
    }
}
