package io.lifeboat.lab.qdrant.contract;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Starts and kills the nodes that the cases talk to: stand-ins, a real Qdrant's processes, or containers. */
interface Nodes extends AutoCloseable {
    /** What differs from a plain node. */
    record Settings(
            Optional<String> apiKey,
            Optional<String> readOnlyKey,
            Optional<String> recoveryMode,
            Optional<String> founder,
            boolean toleratesLoadErrors) {
        static Settings plain() {
            return new Settings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
        }

        static Settings keys(String admin, String readOnly) {
            return new Settings(Optional.of(admin), Optional.of(readOnly), Optional.empty(), Optional.empty(), false);
        }

        static Settings recovering(String text) {
            return new Settings(Optional.empty(), Optional.empty(), Optional.of(text), Optional.empty(), false);
        }

        static Settings tolerant() {
            return new Settings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);
        }

        /** @param founder the first node of the cluster that this one belongs to, perhaps itself */
        static Settings member(String founder) {
            return new Settings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(founder), false);
        }

        /** As a real Qdrant takes them from its environment. */
        Map<String, String> variables() {
            Map<String, String> variables = new HashMap<>();
            apiKey.ifPresent(key -> variables.put("QDRANT__SERVICE__API_KEY", key));
            readOnlyKey.ifPresent(key -> variables.put("QDRANT__SERVICE__READ_ONLY_API_KEY", key));
            variables.put("QDRANT__STORAGE__HANDLE_COLLECTION_LOAD_ERRORS", Boolean.toString(toleratesLoadErrors));
            recoveryMode.ifPresent(text -> variables.put("QDRANT__STORAGE__RECOVERY_MODE", text));
            return variables;
        }
    }

    /** Starts a node on the data of its name, and waits until it answers; gives its address for this process. */
    URI start(String name, Settings settings) throws IOException;

    /** SIGKILL. */
    void kill(String name) throws IOException;

    /** Starts a node that is expected to give up, and returns its exit code. */
    int startInVain(String name) throws IOException;

    /** Where the node believes its {@code storage} and {@code snapshots} to be. */
    Path directory(String name);

    /** Whether nodes can be a cluster. */
    default boolean canCluster() {
        return true;
    }

    /** The address by which the node reaches itself, where that is another one. */
    default URI inside(URI url) {
        return url;
    }

    /** Host and port by which the peers of a cluster reach a node; only where clusters can be had. */
    default String peerAddress(String name) throws IOException {
        throw new UnsupportedOperationException("node " + name + " of a cluster: only a real binary makes one");
    }

    @Override
    void close() throws IOException;
}
