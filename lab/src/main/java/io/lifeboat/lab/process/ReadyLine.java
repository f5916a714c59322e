package io.lifeboat.lab.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.http.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The one line of JSON a part prints on standard output once others may use it. */
public final class ReadyLine {

    private ReadyLine() {}

    /** The line for a part of this process. */
    public static String of(Part part) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("ready", true);
        line.put("part", part.name());
        line.put("pid", ProcessHandle.current().pid());
        line.putAll(part.ready());
        return Json.text(line);
    }

    /** The ready line, if this line of output is one. Whatever else a process prints is not an error. */
    public static Optional<JsonNode> parse(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            JsonNode node = Json.MAPPER.readTree(line);
            return node.path("ready").asBoolean(false) ? Optional.of(node) : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
