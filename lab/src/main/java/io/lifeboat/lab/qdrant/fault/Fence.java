package io.lifeboat.lab.qdrant.fault;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.http.JsonBody;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.http.Route;
import io.lifeboat.lab.qdrant.store.CollectionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Refuses every write until it is lifted, also after a restart: the lab's way to fence an old site, which Qdrant itself
 * has not (facts, A.10). Thread-safe.
 */
public final class Fence {
    private final Path file;
    private volatile Optional<String> token;

    public Fence(Path storage) throws IOException {
        this.file = storage.resolve("fence.json");
        this.token = Files.exists(file)
                ? Optional.of(
                        JsonBody.parse(Files.readAllBytes(file)).get("token").asText())
                : Optional.empty();
    }

    /** On disk before it is answered. The latest token counts. */
    synchronized void raise(String newToken) throws IOException {
        CollectionFile.replace(file, JsonNodeFactory.instance.objectNode().put("token", newToken));
        token = Optional.of(newToken);
    }

    /** Lifts the fence of this token; false, and nothing changes, if another one stands. */
    synchronized boolean lift(String itsToken) throws IOException {
        if (token.isPresent() && !token.get().equals(itsToken)) {
            return false;
        }
        Files.deleteIfExists(file);
        token = Optional.empty();
        return true;
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("fenced", token.isPresent());
        token.ifPresent(value -> node.put("token", value));
        return node;
    }

    public void check(Route route) {
        if (route.effect() == Route.Effect.WRITE && token.isPresent()) {
            throw QdrantError.forbidden("Writes are fenced by " + token.get());
        }
    }
}
