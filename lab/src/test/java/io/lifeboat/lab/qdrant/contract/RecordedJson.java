package io.lifeboat.lab.qdrant.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes a body as the recorder did, with blanks after commas and colons: error columns count them. */
final class RecordedJson {
    private RecordedJson() {}

    static String of(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .map(member -> "\"" + member.getKey() + "\": " + of(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(RecordedJson::of)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return node.toString();
    }
}
