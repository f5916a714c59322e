package io.lifeboat.restore.provision;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.events.serde.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of one server process, which tells after any death which process is its own: by pid and by when that process
 * began, since pids are given again.
 */
record ServerFolder(Path path) {
    private static final String RUNNING = "running.json";

    /** All under a root, by name. */
    static List<ServerFolder> under(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(Files::isDirectory)
                    .sorted()
                    .map(ServerFolder::new)
                    .toList();
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    Path log() {
        return path.resolve("server.log");
    }

    /** The port that was chosen, if one was. */
    Optional<Integer> port() throws IOException {
        return read().map(found -> found.path("port").asInt());
    }

    void keep(int port, ProcessHandle process) throws IOException {
        Instant began = process.info().startInstant().orElse(Instant.EPOCH);
        Path part = path.resolve(RUNNING + ".part");
        Files.write(part, Json.bytes(Map.of("port", port, "pid", process.pid(), "began", began)));
        Files.move(part, path.resolve(RUNNING), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The process that was started here, if it still runs. */
    Optional<ProcessHandle> process() throws IOException {
        return read().flatMap(found -> ProcessHandle.of(found.path("pid").asLong())
                .filter(ProcessHandle::isAlive)
                .filter(handle -> handle.info()
                        .startInstant()
                        .orElse(Instant.EPOCH)
                        .equals(Instant.parse(found.path("began").asText()))));
    }

    private Optional<JsonNode> read() throws IOException {
        Path file = path.resolve(RUNNING);
        return Files.exists(file) ? Optional.of(Json.mapper().readTree(Files.readAllBytes(file))) : Optional.empty();
    }

    /** Deletes it with all that is in it; links are deleted, not followed. */
    void delete() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            all.sorted(Comparator.reverseOrder()).forEach(ServerFolder::deleteOne);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void deleteOne(Path entry) {
        try {
            Files.deleteIfExists(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
