package io.lifeboat.lab.supervisor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.http.Json;
import io.lifeboat.lab.storage.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How others find the supervisor of a directory.
 *
 * @param port of its admin calls on loopback
 * @param token they have to carry
 * @param pid of its process
 */
record SupervisorFile(int port, String token, long pid) {

    private static final String NAME = "supervisor.json";

    static Optional<SupervisorFile> read(Path directory) throws IOException {
        Optional<byte[]> content = new DurableFile(directory.resolve(NAME)).read();
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode node = Json.MAPPER.readTree(content.get());
            return Optional.of(new SupervisorFile(
                    node.path("port").asInt(),
                    node.path("token").asText(),
                    node.path("pid").asLong()));
        } catch (JsonProcessingException e) {
            throw new IOException(directory.resolve(NAME) + ": expected JSON", e);
        }
    }

    void write(Path directory) throws IOException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("port", port);
        content.put("token", token);
        content.put("pid", pid);
        DurableFile.secret(directory.resolve(NAME)).write(Json.text(content).getBytes(StandardCharsets.UTF_8));
    }

    static void remove(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(NAME));
    }

    @Override
    public String toString() {
        return "SupervisorFile[port=" + port + ", pid=" + pid + "]";
    }
}
