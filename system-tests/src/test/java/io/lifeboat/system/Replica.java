package io.lifeboat.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.serde.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A second process of a service beside the lab's own, which its supervisor does not know. It ends with this JVM. */
final class Replica implements AutoCloseable {
    private static final String PORT = "-Dquarkus.http.port=";
    private static final String INSTANCE = "-Dlifeboat.instance=";

    private final Process process;

    private Replica(Process process) {
        this.process = process;
    }

    /** Starts it by the words that the lab starts its own by, and waits until it is known in the log to have folded all. */
    static Replica start(SystemLab lab, Service service) throws IOException, InterruptedException {
        String instance = service.text() + "-2";
        Path data = Files.createDirectories(lab.folder().resolve("data").resolve(instance));
        Process process = new ProcessBuilder(words(lab, service.text(), instance))
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        lab.folder().resolve("logs").resolve(instance + ".log").toFile())
                .start();
        lab.await(
                instance + " in the log",
                () -> lab.log().alive().stream()
                        .anyMatch(member -> member.instance().equals(instance) && member.folded()));
        return new Replica(process);
    }

    private static List<String> words(SystemLab lab, String of, String instance) throws IOException {
        List<String> words = new ArrayList<>();
        for (JsonNode process : Json.mapper()
                .readTree(Files.readAllBytes(lab.folder().resolve("processes.json")))
                .path("processes")) {
            if (process.path("name").asText().equals(of)) {
                process.path("command").forEach(word -> words.add(changed(word.asText(), instance)));
            }
        }
        return words;
    }

    /** It has a name and a port of its own. */
    private static String changed(String word, String instance) {
        if (word.startsWith(PORT)) {
            return PORT + 0;
        }
        return word.startsWith(INSTANCE) ? INSTANCE + instance : word;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
