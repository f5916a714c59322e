package io.lifeboat.lab.qdrant.contract;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Processes of a real Qdrant binary, configured by environment variables. */
final class BinaryNodes implements Nodes {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path binary;
    private final Path root;
    private final Map<String, Process> running = new HashMap<>();
    private final Map<String, Integer> peerPorts = new HashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    BinaryNodes(Path binary, Path root) {
        this.binary = binary.toAbsolutePath();
        this.root = root;
    }

    @Override
    public URI start(String name, Settings settings) throws IOException {
        int port = freePort();
        Process process = launch(name, port, settings);
        URI url = URI.create("http://127.0.0.1:" + port);
        awaitHealth(url, process, directory(name));
        return url;
    }

    @Override
    public int startInVain(String name) throws IOException {
        Process process = launch(name, freePort(), Settings.plain());
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IOException("node " + name + " did not give up within a minute");
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private Process launch(String name, int port, Settings settings) throws IOException {
        Path directory = Files.createDirectories(directory(name));
        ProcessBuilder builder = new ProcessBuilder(command(name, settings)).directory(directory.toFile());
        environment(builder.environment(), directory, port, settings);
        if (settings.founder().isPresent()) {
            String peer = peerAddress(name);
            builder.environment().put("QDRANT__CLUSTER__ENABLED", "true");
            builder.environment().put("QDRANT__CLUSTER__P2P__PORT", peer.substring(peer.indexOf(':') + 1));
        }
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("qdrant.log").toFile()));
        Process process = builder.start();
        running.put(name, process);
        return process;
    }

    private List<String> command(String name, Settings settings) throws IOException {
        if (settings.founder().isEmpty()) {
            return List.of(binary.toString());
        }
        String founder = settings.founder().get();
        String own = "http://" + peerAddress(name);
        return name.equals(founder)
                ? List.of(binary.toString(), "--uri", own)
                : List.of(binary.toString(), "--uri", own, "--bootstrap", "http://" + peerAddress(founder));
    }

    /** The same at each start: the other peers know it by it. */
    @Override
    public String peerAddress(String name) throws IOException {
        Integer known = peerPorts.get(name);
        if (known == null) {
            known = freePort();
            peerPorts.put(name, known);
        }
        return "127.0.0.1:" + known;
    }

    private static void environment(Map<String, String> variables, Path directory, int port, Settings settings)
            throws IOException {
        variables.put("QDRANT__SERVICE__HOST", "127.0.0.1");
        variables.put("QDRANT__SERVICE__HTTP_PORT", Integer.toString(port));
        variables.put("QDRANT__SERVICE__GRPC_PORT", Integer.toString(freePort()));
        variables.put(
                "QDRANT__STORAGE__STORAGE_PATH", directory.resolve("storage").toString());
        variables.put(
                "QDRANT__STORAGE__SNAPSHOTS_PATH",
                directory.resolve("snapshots").toString());
        variables.put("QDRANT__TELEMETRY_DISABLED", "true");
        variables.putAll(settings.variables());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private void awaitHealth(URI url, Process process, Path directory) throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!healthy(url)) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IOException("it did not start: " + Files.readString(directory.resolve("qdrant.log")));
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private boolean healthy(URI url) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/healthz"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void kill(String name) throws IOException {
        Process process = running.remove(name).destroyForcibly();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IOException("node " + name + " is still there after a minute");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    @Override
    public Path directory(String name) {
        return root.resolve(name);
    }

    @Override
    public void close() throws IOException {
        for (String name : List.copyOf(running.keySet())) {
            kill(name);
        }
        http.close();
    }
}
