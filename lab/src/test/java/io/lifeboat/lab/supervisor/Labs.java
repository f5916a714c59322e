package io.lifeboat.lab.supervisor;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.Await;
import io.lifeboat.lab.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Files of processes for tests, and waiting for what becomes of them. */
final class Labs {

    static final List<String> SLEEP = List.of("sleep", "1000");

    private Labs() {}

    static Map<String, Object> process(String name, List<String> command) {
        Map<String, Object> process = new HashMap<>();
        process.put("name", name);
        process.put("command", command);
        return process;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static Path write(Path directory, Map<String, Object>... processes) throws IOException {
        Path file = directory.resolve("processes.json");
        return Files.writeString(file, Json.text(Map.of("processes", new ArrayList<>(List.of(processes)))));
    }

    static JsonNode process(SupervisorClient client, String name) throws Exception {
        for (JsonNode process : client.processes()) {
            if (process.path("name").asText().equals(name)) {
                return process;
            }
        }
        throw new AssertionError("no process " + name);
    }

    static void awaitState(SupervisorClient client, String name, State state) throws Exception {
        Await.until(
                name + " is " + state,
                () -> process(client, name).path("state").asText().equals(state.name()));
    }

    static boolean alive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
