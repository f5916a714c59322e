package io.lifeboat.lab.qdrant.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.lab.qdrant.http.JsonBody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/** The number of a node, drawn once and kept in {@code raft_state.json}. */
public record PeerId(long value) {
    public PeerId {
        if (value <= 0) {
            throw new IllegalArgumentException("peer id " + value + ": expected a positive number");
        }
    }

    static PeerId of(Path root) throws IOException {
        Path file = root.resolve("raft_state.json");
        if (Files.exists(file)) {
            JsonNode saved = JsonBody.parse(Files.readAllBytes(file));
            return new PeerId(saved.path("this_peer_id").asLong());
        }
        PeerId fresh = new PeerId(ThreadLocalRandom.current().nextLong(1, 1L << 53));
        CollectionFile.replace(file, JsonNodeFactory.instance.objectNode().put("this_peer_id", fresh.value));
        return fresh;
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
