package io.lifeboat.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.events.serde.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What stands in an audit's folder: each file with its content. */
final class Written {
    private Written() {}

    static Map<String, String> in(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return Map.of();
        }
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                found.put(directory.relativize(path).toString(), Files.readString(path));
            }
        }
        return found;
    }

    /** The lines of all files that have that name, on whatever day. */
    static List<JsonNode> lines(Path directory, String name) throws IOException {
        return in(directory).entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("/" + name))
                .flatMap(entry -> entry.getValue().lines())
                .map(Written::parse)
                .toList();
    }

    private static JsonNode parse(String line) {
        try {
            return Json.mapper().readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
