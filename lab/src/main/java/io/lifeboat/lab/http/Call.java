package io.lifeboat.lab.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * One request as a route sees it.
 *
 * @param path the values of the route's {placeholders}
 * @param query the query parameters, decoded; of repeated ones the last
 * @param body at most {@link JsonServer#MAX_BODY} bytes
 */
public record Call(Map<String, String> path, Map<String, String> query, byte[] body) {

    /** Answers a request. Runs on a virtual thread of its own, so it may wait. */
    @FunctionalInterface
    public interface Handler {
        Answer answer(Call call) throws IOException, InterruptedException;
    }

    public Call {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /**
     * The body as a JSON object.
     *
     * @throws BadInput if it is anything else
     */
    public JsonNode object() throws IOException {
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw new BadInput("body", "expected a JSON object, but " + e.getOriginalMessage());
        }
        throw new BadInput("body", "expected a JSON object");
    }
}
