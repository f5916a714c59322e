package io.lifeboat.lab.supervisor;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.http.Json;
import io.lifeboat.lab.storage.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names of fenced processes, on disk before anyone relies on them. Thread-safe. */
final class Fences {

    private final DurableFile file;
    private final Set<String> fenced = new TreeSet<>();

    private Fences(DurableFile file) {
        this.file = file;
    }

    static Fences open(Path directory) throws IOException {
        Fences fences = new Fences(new DurableFile(directory.resolve("fenced.json")));
        Optional<byte[]> stored = fences.file.read();
        if (stored.isPresent()) {
            for (JsonNode name : Json.MAPPER.readTree(stored.get())) {
                fences.fenced.add(name.asText());
            }
        }
        return fences;
    }

    synchronized boolean has(String name) {
        return fenced.contains(name);
    }

    synchronized void add(String name) throws IOException {
        Set<String> wanted = new TreeSet<>(fenced);
        wanted.add(name);
        store(wanted);
    }

    synchronized void remove(String name) throws IOException {
        Set<String> wanted = new TreeSet<>(fenced);
        wanted.remove(name);
        store(wanted);
    }

    private void store(Set<String> wanted) throws IOException {
        file.write(Json.text(wanted).getBytes(StandardCharsets.UTF_8));
        fenced.clear();
        fenced.addAll(wanted);
    }
}
