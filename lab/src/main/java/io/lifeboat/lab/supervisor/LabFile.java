package io.lifeboat.lab.supervisor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.http.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the file that describes the processes. A mistake is told with the place and what was expected. */
final class LabFile {

    private static final Set<String> KEYS =
            Set.of("name", "command", "env", "dir", "log", "restart", "waitFor", "readyWithinMillis", "dependsOn");

    private LabFile() {}

    /** @throws IllegalArgumentException if the file says something wrong */
    static List<ProcessSpec> read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    static List<ProcessSpec> parse(String text) {
        JsonNode root = tree(text);
        requireKeys(root, "", Set.of("processes"));
        List<ProcessSpec> specs = new ArrayList<>();
        for (JsonNode node : array(root, "processes", "")) {
            specs.add(process(node, "processes[" + specs.size() + "]."));
        }
        StartOrder.check(specs);
        return List.copyOf(specs);
    }

    private static JsonNode tree(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("expected JSON, but " + e.getMessage(), e);
        }
    }

    private static ProcessSpec process(JsonNode node, String at) {
        requireKeys(node, at, KEYS);
        try {
            return new ProcessSpec(
                    text(node, "name", at).orElse(""),
                    texts(node, "command", at),
                    environment(node.path("env"), at + "env"),
                    text(node, "dir", at).map(Path::of),
                    text(node, "log", at).map(Path::of),
                    flag(node, at),
                    readiness(node.path("waitFor"), at + "waitFor."),
                    readyWithin(node, at),
                    node.has("dependsOn") ? texts(node, "dependsOn", at) : List.of());
        } catch (IllegalArgumentException e) {
            throw e.getMessage().startsWith(at) ? e : new IllegalArgumentException(at + e.getMessage(), e);
        }
    }

    private static boolean flag(JsonNode node, String at) {
        JsonNode restart = node.path("restart");
        if (!restart.isMissingNode() && !restart.isBoolean()) {
            throw new IllegalArgumentException(at + "restart: expected true or false, was " + restart);
        }
        return restart.asBoolean(true);
    }

    private static Duration readyWithin(JsonNode node, String at) {
        JsonNode millis = node.path("readyWithinMillis");
        if (millis.isMissingNode()) {
            return ProcessSpec.DEFAULT_READY_WITHIN;
        }
        if (!millis.isIntegralNumber()) {
            throw new IllegalArgumentException(at + "readyWithinMillis: expected milliseconds, was " + millis);
        }
        return Duration.ofMillis(millis.longValue());
    }

    private static Readiness readiness(JsonNode node, String at) {
        if (node.isMissingNode()) {
            return new Readiness.Started();
        }
        requireKeys(node, at, Set.of("line", "http"));
        Optional<String> line = text(node, "line", at);
        Optional<String> http = text(node, "http", at);
        if (line.isPresent() == http.isPresent()) {
            throw new IllegalArgumentException(at + " expected either line or http, was " + node);
        }
        try {
            return line.<Readiness>map(regex -> new Readiness.Line(Pattern.compile(regex)))
                    .orElseGet(() -> new Readiness.Http(URI.create(http.orElseThrow())));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(at + "line: expected a regular expression, was " + e.getPattern(), e);
        }
    }

    private static Map<String, String> environment(JsonNode node, String at) {
        Map<String, String> environment = new HashMap<>();
        node.properties().forEach(entry -> {
            if (!entry.getValue().isTextual()) {
                throw new IllegalArgumentException(at + "." + entry.getKey() + ": expected a string");
            }
            environment.put(entry.getKey(), entry.getValue().textValue());
        });
        return environment;
    }

    private static JsonNode array(JsonNode node, String key, String at) {
        if (!node.path(key).isArray()) {
            throw new IllegalArgumentException(at + key + ": expected a list, was " + node.path(key));
        }
        return node.path(key);
    }

    private static List<String> texts(JsonNode node, String key, String at) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(node, key, at)) {
            if (!element.isTextual()) {
                throw new IllegalArgumentException(at + key + ": expected strings, was " + element);
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    private static Optional<String> text(JsonNode node, String key, String at) {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !value.isTextual()) {
            throw new IllegalArgumentException(at + key + ": expected a string, was " + value);
        }
        return Optional.ofNullable(value.textValue());
    }

    private static void requireKeys(JsonNode node, String at, Set<String> known) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(at + " expected an object, was " + node);
        }
        node.properties().forEach(entry -> {
            if (!known.contains(entry.getKey())) {
                throw new IllegalArgumentException(at + entry.getKey() + ": unknown; expected one of "
                        + known.stream().sorted().toList());
            }
        });
    }
}
