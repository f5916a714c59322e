package io.lifeboat.lab.qdrant;

import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.service.Keys;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The command line. Keys are never arguments, which any user of the machine can read: they come from a file or an
 * environment variable that is named here.
 */
@Command(
        name = "qdrant-stand-in",
        description = "A stand-in for one standalone Qdrant node; prints one JSON line when it is ready.")
final class QdrantCommand implements Callable<Integer> {
    /** With what a real one ends when a shard cannot be read (case 43). */
    private static final int PANIC = 101;

    @Option(
            names = "--http-port",
            defaultValue = "6333",
            description = "data port, 0 for any (default ${DEFAULT-VALUE})")
    private int httpPort;

    @Option(names = "--admin-port", defaultValue = "0", description = "port of faults and fence, 0 for any")
    private int adminPort;

    @Option(names = "--storage", required = true, description = "directory of the data")
    private Path storage;

    @Option(names = "--snapshots", required = true, description = "directory of the snapshot files")
    private Path snapshots;

    @Option(names = "--api-key-file", description = "file with the admin key")
    private Optional<Path> apiKeyFile = Optional.empty();

    @Option(names = "--api-key-env", description = "environment variable with the admin key")
    private Optional<String> apiKeyEnv = Optional.empty();

    @Option(names = "--read-only-api-key-file", description = "file with the read-only key")
    private Optional<Path> readOnlyKeyFile = Optional.empty();

    @Option(names = "--read-only-api-key-env", description = "environment variable with the read-only key")
    private Optional<String> readOnlyKeyEnv = Optional.empty();

    @Option(names = "--recovery-mode", description = "start with every shard a dummy that says this")
    private Optional<String> recoveryMode = Optional.empty();

    @Option(names = "--handle-load-errors", description = "start though a shard cannot be read")
    private boolean toleratesLoadErrors;

    @Option(names = "--version", defaultValue = StandInConfig.VERSION, description = "the version it claims")
    private String version;

    @Option(names = "--help", usageHelp = true, description = "show this")
    boolean help;

    @Option(names = "--lifeline", description = "exit when standard input is closed")
    private boolean lifeline;

    @Override
    public Integer call() throws IOException {
        Keys keys = new Keys(key(apiKeyFile, apiKeyEnv), key(readOnlyKeyFile, readOnlyKeyEnv));
        StandInConfig config = new StandInConfig(
                httpPort, adminPort, storage, snapshots, keys, recoveryMode, toleratesLoadErrors, version);
        QdrantStandIn node;
        try {
            node = QdrantStandIn.start(config);
        } catch (QdrantError unreadable) {
            System.err.println("Panic: " + unreadable.getMessage());
            return PANIC;
        }
        System.out.println("{\"ready\":true,\"http\":" + node.httpPort() + ",\"admin\":" + node.adminPort() + "}");
        if (lifeline) {
            awaitEndOfInput();
            node.close();
            System.exit(0);
        }
        return 0;
    }

    private static Optional<String> key(Optional<Path> file, Optional<String> variable) throws IOException {
        if (file.isPresent()) {
            return Optional.of(Files.readString(file.get()).strip());
        }
        return variable.map(name -> Optional.ofNullable(System.getenv(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "environment variable " + name + ": expected a key in it, found it unset")));
    }

    private static void awaitEndOfInput() throws IOException {
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}
