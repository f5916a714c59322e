package io.lifeboat.restore.node;

import io.lifeboat.qdrant.service.ClusterStatus;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Nodes of a real Qdrant, the binary that {@code -Dlifeboat.qdrant.binary} names, on loopback, that form one cluster. */
public final class RealCluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path folder;
    private final Clients clients;
    private final Map<URI, Process> nodes = new LinkedHashMap<>();

    private RealCluster(Path folder, Clients clients) {
        this.folder = folder;
        this.clients = clients;
    }

    public static RealCluster start(Path folder, Clients clients, int size) throws Exception {
        String binary = System.getProperty("lifeboat.qdrant.binary");
        RealCluster cluster = new RealCluster(folder, clients);
        String founder = "http://127.0.0.1:" + freePort();
        for (int i = 0; i < size; i++) {
            String own = i == 0 ? founder : "http://127.0.0.1:" + freePort();
            List<String> command = new ArrayList<>(List.of(binary, "--uri", own));
            if (i > 0) {
                command.addAll(List.of("--bootstrap", founder));
            }
            cluster.launch("n" + (i + 1), command, own);
            cluster.await(i + 1);
        }
        return cluster;
    }

    private void launch(String name, List<String> command, String own) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment()
                .putAll(Map.of(
                        "QDRANT__SERVICE__HOST", "127.0.0.1",
                        "QDRANT__SERVICE__HTTP_PORT", Integer.toString(port),
                        "QDRANT__SERVICE__GRPC_PORT", Integer.toString(freePort()),
                        "QDRANT__CLUSTER__ENABLED", "true",
                        "QDRANT__CLUSTER__P2P__PORT", own.substring(own.lastIndexOf(':') + 1),
                        "QDRANT__TELEMETRY_DISABLED", "true",
                        "MAX_WORKERS", "4"));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("qdrant.log").toFile())
                .start();
        nodes.put(URI.create("http://127.0.0.1:" + port), process);
    }

    /** Until each node knows so many peers. */
    private void await(int peers) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!agrees(peers)) {
            boolean alive = nodes.values().stream().allMatch(Process::isAlive);
            if (!alive || Instant.now().isAfter(deadline)) {
                throw new IOException("the cluster did not come together, see the logs in " + folder);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private boolean agrees(int peers) throws InterruptedException {
        for (Node node : nodes()) {
            Optional<ClusterStatus> status = node.looking().service().cluster().value();
            if (status.isEmpty()
                    || !(status.get() instanceof ClusterStatus.Member member)
                    || member.peers().size() < peers
                    || member.leader().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    public List<Node> nodes() {
        return nodes.keySet().stream()
                .map(url -> new Node(clients, url, Optional.empty()))
                .toList();
    }

    public List<URI> addresses() {
        return List.copyOf(nodes.keySet());
    }

    /** By SIGKILL. */
    public void kill(URI node) {
        nodes.get(node).destroyForcibly().onExit().join();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @Override
    public void close() {
        nodes.values().forEach(process -> process.destroyForcibly().onExit().join());
    }
}
