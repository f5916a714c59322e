package io.lifeboat.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.events.serde.Json;

/**
 * Where a record stands in the log, and which it is: a log that lost its tail uses an offset again, and both belong into an
 * audit.
 *
 * @param id of the event; empty if it cannot be read
 */
record Position(int partition, long offset, String id) {

    void put(ObjectNode node) {
        node.put("partition", partition);
        node.put("offset", offset);
        if (!id.isEmpty()) {
            node.put("id", id);
        }
    }

    /** @throws IllegalStateException if it is no line of an audit */
    static Position read(String line) {
        try {
            JsonNode node = Json.mapper().readTree(line);
            return new Position(
                    node.required("partition").intValue(),
                    node.required("offset").longValue(),
                    node.path("id").asText());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IllegalStateException("no line of an audit: " + line, e);
        }
    }
}
