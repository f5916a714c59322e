package io.lifeboat.events.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The published contract as it stands in {@code docs/asyncapi.yaml}. */
final class AsyncApi {
    static final Path DOCS = Path.of("../docs");

    private final JsonNode root;

    private AsyncApi(JsonNode root) {
        this.root = root;
    }

    static AsyncApi read() {
        try {
            return new AsyncApi(new YAMLMapper().readTree(Files.readAllBytes(DOCS.resolve("asyncapi.yaml"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode root() {
        return root;
    }

    List<JsonNode> channels() {
        return children(root.path("channels"));
    }

    List<JsonNode> messagesOf(JsonNode channel) {
        return children(channel.path("messages")).stream().map(this::resolve).toList();
    }

    JsonNode schema(String name) {
        return root.at("/components/schemas/" + name);
    }

    /** What a {@code $ref} points to; the node itself if it is none. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }

    Stream<String> references() {
        return root.findValuesAsText("$ref").stream();
    }

    static List<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).toList();
    }

    static List<String> texts(JsonNode node) {
        return children(node).stream().map(JsonNode::asText).toList();
    }
}
