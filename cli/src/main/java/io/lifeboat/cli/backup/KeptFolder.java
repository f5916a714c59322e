package io.lifeboat.cli.backup;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.events.serde.Json;
import io.lifeboat.qdrant.snapshot.inspect.Expected;
import io.lifeboat.qdrant.snapshot.inspect.Inspection;
import io.lifeboat.qdrant.snapshot.inspect.SnapshotInspector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A folder as scripts of the field leave it: {@code <collection>.snapshot} with a {@code .meta} of the same name beside it, perhaps
 * {@code manifest.json} and {@code failed_collections.txt}. What these say is compared with what is there.
 */
final class KeptFolder {
    private static final String SNAPSHOT = ".snapshot";
    private static final String META = ".meta";
    private static final String MANIFEST = "manifest.json";
    private static final String FAILED = "failed_collections.txt";
    private static final int MOST_JSON = 1 << 20;

    private KeptFolder() {}

    static Inspected inspect(Path folder) throws IOException {
        List<Path> files = list(folder, SNAPSHOT);
        List<String> problems = new ArrayList<>();
        List<Inspection> inspections = new ArrayList<>();
        for (Path file : files) {
            inspections.add(inspect(file, recorded(file, problems)));
        }
        for (Path meta : list(folder, META)) {
            Path snapshot = besides(meta, META, SNAPSHOT);
            if (!Files.exists(snapshot)) {
                problems.add("%s: expected %s beside it, there is none".formatted(meta, snapshot.getFileName()));
            }
        }
        manifest(folder, files, problems);
        failed(folder, problems);
        if (files.isEmpty() && problems.isEmpty()) {
            problems.add("%s: expected snapshots, there is none".formatted(folder));
        }
        return new Inspected(inspections, problems);
    }

    static Inspection inspect(Path file, Expected expected) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return SnapshotInspector.inspect(file.toString(), in, expected);
        }
    }

    /** What the {@code .meta} beside a file says of it; nothing if there is none that can be read. */
    static Expected recorded(Path file) throws IOException {
        return recorded(file, new ArrayList<>());
    }

    private static Expected recorded(Path file, List<String> problems) throws IOException {
        Path meta = besides(file, SNAPSHOT, META);
        Optional<JsonNode> json = Files.exists(meta) ? json(meta, problems) : Optional.empty();
        if (json.isEmpty()) {
            return Expected.NOTHING;
        }
        JsonNode size = json.get().path("file_size");
        String sum = json.get().path("checksum").asText("");
        if (!sum.matches("(?i)[0-9a-f]{64}")) {
            problems.add("%s: checksum: expected 64 hex digits, found '%.80s'".formatted(meta, sum));
        }
        return new Expected(
                size.isIntegralNumber() ? OptionalLong.of(size.longValue()) : OptionalLong.empty(),
                Optional.of(sum.toLowerCase(java.util.Locale.ROOT)).filter(text -> text.matches("[0-9a-f]{64}")),
                OptionalLong.empty());
    }

    private static void manifest(Path folder, List<Path> files, List<String> problems) throws IOException {
        Path manifest = folder.resolve(MANIFEST);
        if (!Files.exists(manifest)) {
            return;
        }
        List<String> there = files.stream().map(KeptFolder::collection).toList();
        Optional<JsonNode> told = json(manifest, problems).map(json -> json.path("collections_backed_up"));
        if (told.isEmpty()) {
            return;
        }
        if (told.get().isIntegralNumber() && told.get().longValue() != files.size()) {
            problems.add("%s: tells of %d collections, of which %d snapshots are there"
                    .formatted(manifest, told.get().longValue(), files.size()));
        }
        told.get().forEach(name -> {
            if (name.isTextual() && !there.contains(name.asText())) {
                problems.add("%s: names %s, of which there is no snapshot".formatted(manifest, name.asText()));
            }
        });
    }

    private static void failed(Path folder, List<String> problems) throws IOException {
        Path failed = folder.resolve(FAILED);
        if (Files.exists(failed)) {
            try (Stream<String> lines = Files.lines(failed)) {
                lines.map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .limit(100)
                        .forEach(line -> problems.add("%s: names %.200s, which is not kept".formatted(failed, line)));
            }
        }
    }

    private static Optional<JsonNode> json(Path file, List<String> problems) throws IOException {
        if (Files.size(file) > MOST_JSON) {
            problems.add("%s: expected at most %d bytes, found %d".formatted(file, MOST_JSON, Files.size(file)));
            return Optional.empty();
        }
        try {
            JsonNode json = Json.mapper().readTree(Files.readAllBytes(file));
            if (json != null && json.isObject()) {
                return Optional.of(json);
            }
            problems.add("%s: expected a JSON object, found another value".formatted(file));
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            problems.add("%s: expected a JSON object, found something else at line %d"
                    .formatted(
                            file, e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
        }
        return Optional.empty();
    }

    private static String collection(Path snapshot) {
        String name = snapshot.getFileName().toString();
        return name.substring(0, name.length() - SNAPSHOT.length());
    }

    private static Path besides(Path file, String from, String to) {
        String name = file.getFileName().toString();
        String stem = name.endsWith(from) ? name.substring(0, name.length() - from.length()) : name;
        return file.resolveSibling(stem + to);
    }

    private static List<Path> list(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}
