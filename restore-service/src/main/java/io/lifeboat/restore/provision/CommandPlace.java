package io.lifeboat.restore.provision;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.events.serde.Json;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Reads addresses of nodes from what a program printed: {@code {"nodes": ["http://..."]}}, or an output's bare value. */
final class CommandPlace {
    private CommandPlace() {}

    /** @throws IOException naming what was expected, if no address stands there */
    static List<URI> nodes(String json) throws IOException {
        JsonNode root;
        try {
            root = Json.mapper().readTree(json);
        } catch (JacksonException e) {
            throw new IOException("expected JSON with addresses of nodes, got something else", e);
        }
        List<URI> nodes = new ArrayList<>();
        collect(root.has("nodes") ? root.path("nodes") : root, nodes);
        if (nodes.isEmpty()) {
            throw new IOException("expected at least one address of a node, got none");
        }
        return nodes;
    }

    private static void collect(JsonNode found, List<URI> nodes) throws IOException {
        if (found.has("value")) {
            collect(found.path("value"), nodes);
        } else if (found.isArray()) {
            for (JsonNode each : found) {
                nodes.add(address(each));
            }
        } else if (found.isTextual()) {
            nodes.add(address(found));
        }
    }

    private static URI address(JsonNode text) throws IOException {
        try {
            URI address = URI.create(text.asText());
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("expected an http address of a node, got something else", e);
        }
        throw new IOException("expected an http address of a node, got something else");
    }
}
