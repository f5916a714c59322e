package io.lifeboat.lab.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.http.Json;
import io.lifeboat.lab.storage.DurableFile;
import io.lifeboat.lab.storage.LineLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The traffic value on disk and the journal of all sets. The value's file also holds the last set, so that a journal line lost
 * between the two writes is put back at the next start. Not thread-safe: {@link TrafficSwitch} locks.
 */
final class TrafficStore implements AutoCloseable {

    private final DurableFile file;
    private final LineLog log;
    private final List<Switch> journal;
    private Traffic current;

    private TrafficStore(DurableFile file, LineLog log, List<Switch> journal, Traffic current) {
        this.file = file;
        this.log = log;
        this.journal = journal;
        this.current = current;
    }

    /**
     * Opens the directory; what is stored there goes before {@code initial}.
     *
     * @throws IllegalArgumentException if nothing is stored and there is no initial target
     */
    static TrafficStore open(Path directory, Optional<Target> initial) throws IOException {
        Files.createDirectories(directory);
        DurableFile file = new DurableFile(directory.resolve("traffic.json"));
        Optional<byte[]> stored = file.read();
        LineLog log = LineLog.open(directory.resolve("switches.jsonl"));
        List<Switch> journal = new ArrayList<>();
        for (String line : log.found()) {
            journal.add(readSwitch(Json.MAPPER.readTree(line)));
        }
        if (stored.isEmpty()) {
            Traffic first = Traffic.initial(initial.orElseThrow(() -> new IllegalArgumentException(
                    "target: expected an initial target, as nothing is stored in " + directory)));
            TrafficStore fresh = new TrafficStore(file, log, journal, first);
            file.write(content(first, Optional.empty()));
            return fresh;
        }
        JsonNode content = Json.MAPPER.readTree(stored.get());
        TrafficStore opened = new TrafficStore(file, log, journal, TrafficReader.read(content, "traffic"));
        opened.completeJournal(content.path("last"));
        return opened;
    }

    Traffic current() {
        return current;
    }

    /** All accepted sets, oldest first. */
    List<Switch> journal() {
        return List.copyOf(journal);
    }

    long nextSequence() {
        return journal.size() + 1L;
    }

    /** Returns once the set would survive a power cut. */
    void save(Switch made) throws IOException {
        file.write(content(made.to(), Optional.of(made)));
        current = made.to();
        append(made);
    }

    private void append(Switch made) throws IOException {
        log.append(Json.text(made.toMap()));
        log.force();
        journal.add(made);
    }

    private void completeJournal(JsonNode last) throws IOException {
        if (last.isObject() && last.path("sequence").longValue() == nextSequence()) {
            append(readSwitch(last));
        }
    }

    private static byte[] content(Traffic traffic, Optional<Switch> last) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("traffic", traffic.toMap());
        last.ifPresent(made -> content.put("last", made.toMap()));
        return Json.text(content).getBytes(StandardCharsets.UTF_8);
    }

    private static Switch readSwitch(JsonNode node) {
        return new Switch(
                node.path("sequence").longValue(),
                Instant.parse(node.path("at").asText()),
                TrafficReader.read(node, "from"),
                TrafficReader.read(node, "to"));
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
