package io.lifeboat.restore.provision;

import io.lifeboat.events.plan.Arguments;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server process of its own, in its own folder, on a free port of one address. It outlives this service: what was restored
 * into it may be serving.
 *
 * <p>Settings: {@code command}, the program and its arguments, in which {@code {folder}} and {@code {port}} are filled in
 * (a Qdrant needs none: it is told by {@code QDRANT__} variables); {@code folder}, under which each server has its own;
 * {@code host}, 127.0.0.1 unless said otherwise.
 */
@Singleton
public final class ProcessProvisioner implements Provisioner {
    /** Longer than that a server waits for connections that nobody closes; it loses nothing by being killed. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Readiness readiness;

    @Inject
    public ProcessProvisioner(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public String type() {
        return "process";
    }

    @Override
    public Provisioned provision(PlaceRequest request) throws InterruptedException {
        try {
            sweep(request);
            return started(request, folder(request));
        } catch (IOException e) {
            return new Provisioned.NotReady("%s could not be started: %s".formatted(request.name(), e.getMessage()));
        }
    }

    @Override
    public Provisioned restart(PlaceRequest request) throws InterruptedException {
        try {
            ServerFolder folder = folder(request);
            if (!Files.isDirectory(folder.path())) {
                return new Provisioned.NotReady(request.name() + " is not there to be restarted");
            }
            stop(folder);
            return started(request, folder);
        } catch (IOException e) {
            return new Provisioned.NotReady("%s could not be restarted: %s".formatted(request.name(), e.getMessage()));
        }
    }

    @Override
    public Optional<String> destroy(PlaceRequest request) throws InterruptedException {
        try {
            remove(folder(request));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("%s could not be taken away: %s".formatted(request.name(), e.getMessage()));
        }
    }

    /** What rivals have left: their claims are over, since ours is the current one. */
    private static void sweep(PlaceRequest request) throws IOException, InterruptedException {
        for (ServerFolder other : ServerFolder.under(root(request))) {
            if (request.name().isRival(other.name())) {
                remove(other);
            }
        }
    }

    private Provisioned started(PlaceRequest request, ServerFolder folder) throws IOException, InterruptedException {
        Files.createDirectories(folder.path());
        String host = request.settings().text("host").orElse("127.0.0.1");
        ProcessHandle process = folder.process().orElse(null);
        if (process == null) {
            process = start(request, folder, host);
        }
        ProcessHandle server = process;
        URI node = URI.create("http://%s:%d".formatted(host, folder.port().orElseThrow()));
        return readiness.await(
                request,
                List.of(node),
                () -> server.isAlive() ? "" : "its process has ended: see " + folder.log(),
                Arguments.of("folder", folder.path().toString()).with("pid", server.pid()));
    }

    private static ProcessHandle start(PlaceRequest request, ServerFolder folder, String host) throws IOException {
        Optional<Integer> before = folder.port();
        int port = before.isPresent() ? before.get() : freePort(host);
        ProcessBuilder builder = new ProcessBuilder(command(request, folder, port))
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(variables(folder.path(), host, port));
        request.apiKey()
                .ifPresent(key -> builder.environment()
                        .put(
                                "QDRANT__SERVICE__API_KEY",
                                io.lifeboat.restore.node.Clients.reference(key).resolve()));
        ProcessHandle process = builder.start().toHandle();
        folder.keep(port, process);
        return process;
    }

    private static Map<String, String> variables(Path folder, String host, int port) {
        return Map.of(
                "QDRANT__SERVICE__HOST",
                host,
                "QDRANT__SERVICE__HTTP_PORT",
                String.valueOf(port),
                "QDRANT__SERVICE__GRPC_PORT",
                "0",
                "QDRANT__STORAGE__STORAGE_PATH",
                folder.resolve("storage").toString(),
                "QDRANT__STORAGE__SNAPSHOTS_PATH",
                folder.resolve("snapshots").toString(),
                "QDRANT__TELEMETRY_DISABLED",
                "true");
    }

    private static List<String> command(PlaceRequest request, ServerFolder folder, int port) throws IOException {
        List<String> command = request.settings().texts("command");
        if (command.isEmpty()) {
            throw new IOException("command: expected a program and its arguments, got nothing");
        }
        return command.stream()
                .map(word -> word.replace("{folder}", folder.path().toString()).replace("{port}", String.valueOf(port)))
                .toList();
    }

    private static int freePort(String host) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return socket.getLocalPort();
        }
    }

    private static void remove(ServerFolder folder) throws IOException, InterruptedException {
        stop(folder);
        folder.delete();
    }

    private static void stop(ServerFolder folder) throws IOException, InterruptedException {
        Optional<ProcessHandle> process = folder.process();
        if (process.isEmpty()) {
            return;
        }
        process.get().destroy();
        if (!hasEnded(process.get().onExit(), GRACE)) {
            process.get().destroyForcibly();
            if (!hasEnded(process.get().onExit(), GRACE)) {
                throw new IOException(
                        "process %d does not end".formatted(process.get().pid()));
            }
        }
    }

    private static boolean hasEnded(CompletableFuture<ProcessHandle> exit, Duration within)
            throws InterruptedException {
        try {
            exit.get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a process cannot be waited for", e);
        }
    }

    private static Path root(PlaceRequest request) {
        return request.settings()
                .folder()
                .resolve(request.settings().required("folder"))
                .resolve(request.workspace().value())
                .toAbsolutePath();
    }

    private static ServerFolder folder(PlaceRequest request) {
        return new ServerFolder(root(request).resolve(request.name().text()));
    }
}
