package io.lifeboat.lab.qdrant;

import io.lifeboat.lab.qdrant.service.Keys;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a stand-in is started.
 *
 * @param httpPort the data port, 0 for any free one
 * @param adminPort the port of faults and fence, 0 for any free one
 * @param recoveryMode if set, every shard is a dummy that says so ({@code storage.recovery_mode})
 * @param toleratesLoadErrors whether it starts though a shard cannot be read ({@code storage.handle_collection_load_errors})
 */
public record StandInConfig(
        int httpPort,
        int adminPort,
        Path storage,
        Path snapshots,
        Keys keys,
        Optional<String> recoveryMode,
        boolean toleratesLoadErrors,
        String version) {
    /** The version whose behaviour the stand-in was held to. */
    public static final String VERSION = "1.18.3";

    public StandInConfig {
        mustBePort("http-port", httpPort);
        mustBePort("admin-port", adminPort);
        if (!version.matches("\\d+\\.\\d+\\.\\d+")) {
            throw new IllegalArgumentException("version " + version + ": expected three numbers like 1.18.3");
        }
    }

    private static void mustBePort(String name, int port) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException(name + " " + port + ": expected 0 to 65535");
        }
    }

    /** An open node with any free ports, its data under {@code directory}. */
    public static StandInConfig in(Path directory) {
        return new StandInConfig(
                0,
                0,
                directory.resolve("storage"),
                directory.resolve("snapshots"),
                Keys.none(),
                Optional.empty(),
                false,
                VERSION);
    }

    public StandInConfig withKeys(Keys others) {
        return new StandInConfig(
                httpPort, adminPort, storage, snapshots, others, recoveryMode, toleratesLoadErrors, version);
    }

    public StandInConfig withRecoveryMode(String text) {
        return new StandInConfig(
                httpPort, adminPort, storage, snapshots, keys, Optional.of(text), toleratesLoadErrors, version);
    }
}
