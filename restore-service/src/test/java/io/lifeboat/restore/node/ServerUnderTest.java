package io.lifeboat.restore.node;

import io.lifeboat.lab.process.JavaCommand;
import io.lifeboat.lab.qdrant.QdrantStandIn;
import io.lifeboat.lab.qdrant.StandInConfig;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A Qdrant on loopback: a real one if {@code -Dlifeboat.qdrant.binary} names it, as for the lab's contract test, else the
 * stand-in.
 */
public final class ServerUnderTest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How it is ended. */
    private interface End {
        void end() throws IOException;
    }

    private final URI url;
    private final End end;

    private ServerUnderTest(URI url, End end) {
        this.url = url;
        this.end = end;
    }

    public static ServerUnderTest start(Path folder) throws IOException {
        String binary = System.getProperty("lifeboat.qdrant.binary");
        if (binary != null) {
            return real(binary, Files.createDirectories(folder));
        }
        QdrantStandIn standIn = QdrantStandIn.start(StandInConfig.in(folder));
        return new ServerUnderTest(standIn.url(), standIn::close);
    }

    /** The command of a process provisioner. */
    public static List<String> command() {
        String binary = System.getProperty("lifeboat.qdrant.binary");
        return binary != null
                ? List.of(binary)
                : JavaCommand.of(
                                QdrantStandIn.class,
                                "--http-port",
                                "{port}",
                                "--storage",
                                "{folder}/storage",
                                "--snapshots",
                                "{folder}/snapshots")
                        .words();
    }

    private static ServerUnderTest real(String binary, Path folder) throws IOException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(binary).directory(folder.toFile());
        builder.environment()
                .putAll(Map.of(
                        "QDRANT__SERVICE__HOST",
                        "127.0.0.1",
                        "QDRANT__SERVICE__HTTP_PORT",
                        Integer.toString(port),
                        "QDRANT__SERVICE__GRPC_PORT",
                        Integer.toString(freePort()),
                        "QDRANT__TELEMETRY_DISABLED",
                        "true"));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("qdrant.log").toFile())
                .start();
        URI url = URI.create("http://127.0.0.1:" + port);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!isUp(url)) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IOException("it did not start: " + Files.readString(folder.resolve("qdrant.log")));
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return new ServerUnderTest(url, () -> process.destroyForcibly().onExit().join());
    }

    private static boolean isUp(URI url) {
        try {
            return ((HttpURLConnection) url.resolve("/healthz").toURL().openConnection()).getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    public URI url() {
        return url;
    }

    @Override
    public void close() throws IOException {
        end.end();
    }
}
