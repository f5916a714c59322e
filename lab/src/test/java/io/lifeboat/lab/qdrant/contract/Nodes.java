package io.lifeboat.lab.qdrant.contract;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Starts and kills the nodes that the cases talk to: stand-ins, a real Qdrant's processes, or containers. */
interface Nodes extends AutoCloseable {
    /** What differs from a plain node. */
    record Settings(Optional<String> apiKey, Optional<String> readOnlyKey, Optional<String> recoveryMode) {
        static Settings plain() {
            return new Settings(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** Starts a node on the data of its name, and waits until it answers. */
    URI start(String name, Settings settings) throws IOException;

    /** SIGKILL. */
    void kill(String name) throws IOException;

    /** Where the node believes its {@code storage} and {@code snapshots} to be. */
    Path directory(String name);

    @Override
    void close() throws IOException;
}
