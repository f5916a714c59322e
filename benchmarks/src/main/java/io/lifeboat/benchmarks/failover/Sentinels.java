package io.lifeboat.benchmarks.failover;

import io.lifeboat.benchmarks.process.Scratch;
import io.lifeboat.lab.process.Signal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The peer: one Redis, its replica, and three sentinels with {@code down-after-milliseconds 1000}; for one failover. */
final class Sentinels implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int ANSWER_MILLIS = 1_000;
    private static final String MASTER = "bench";
    private static final List<String> PROGRAMS = List.of("redis-server", "redis-sentinel");

    private final Scratch scratch;
    private final List<Integer> ports;
    private final List<Process> processes = new ArrayList<>();

    private Sentinels(Scratch scratch, List<Integer> ports) {
        this.scratch = scratch;
        this.ports = ports;
    }

    /** @throws IllegalStateException saying what to install, if Redis is not there */
    static void requireInstalled() {
        List<String> missing = PROGRAMS.stream().filter(name -> !isOnPath(name)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "%s: not found on the path; on Debian: apt-get install redis-server redis-sentinel"
                            .formatted(String.join(", ", missing)));
        }
    }

    private static boolean isOnPath(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** Returns once every sentinel knows the replica and the other two. */
    static Sentinels start() throws IOException, InterruptedException {
        Sentinels started = new Sentinels(Scratch.create(), freePorts());
        try {
            started.launch();
            started.awaitReady();
            return started;
        } catch (IOException | RuntimeException | InterruptedException e) {
            started.close();
            throw e;
        }
    }

    private static List<Integer> freePorts() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    private void launch() throws IOException {
        run("redis-server", "--port", port(0), "--bind", "127.0.0.1", "--save", "", "--dir", folder());
        run(
                "redis-server",
                "--port",
                port(1),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--dir",
                folder(),
                "--replicaof",
                "127.0.0.1 " + port(0));
        for (int i = 2; i < ports.size(); i++) {
            run("redis-sentinel", sentinelFile(i).toString());
        }
    }

    private Path sentinelFile(int number) throws IOException {
        return Files.writeString(scratch.resolve("sentinel-" + number + ".conf"), """
                port %s
                bind 127.0.0.1
                dir %s
                sentinel monitor %s 127.0.0.1 %s 2
                sentinel down-after-milliseconds %s 1000
                """.formatted(
                        port(number), folder(), MASTER, port(0), MASTER));
    }

    private void run(String... command) throws IOException {
        processes.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    private String port(int number) {
        return Integer.toString(ports.get(number));
    }

    private String folder() {
        return scratch.directory().toString();
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!IntStream.range(2, ports.size()).allMatch(this::knowsAll)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the sentinels did not find each other within " + LIMIT);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private boolean knowsAll(int number) {
        try (Resp sentinel = Resp.connect(ports.get(number), ANSWER_MILLIS)) {
            List<String> master = sentinel.ask("SENTINEL MASTER " + MASTER);
            return is(master, "flags", "master")
                    && is(master, "num-slaves", "1")
                    && is(master, "num-other-sentinels", "2")
                    && isReplicaInStep();
        } catch (IOException e) {
            return false; // not there yet
        }
    }

    private boolean isReplicaInStep() throws IOException {
        try (Resp replica = Resp.connect(ports.get(1), ANSWER_MILLIS)) {
            return replica.ask("INFO replication").get(0).contains("master_link_status:up");
        }
    }

    private static boolean is(List<String> fields, String name, String value) {
        int at = fields.indexOf(name);
        return at >= 0 && at + 1 < fields.size() && fields.get(at + 1).equals(value);
    }

    /** SIGKILL of the master; nanoseconds to the first write that another accepts, found through a sentinel. */
    long kill() throws InterruptedException {
        long began = System.nanoTime();
        processes.get(0).destroyForcibly();
        return awaitWrite(began);
    }

    /** The same by SIGSTOP. */
    long stall() throws IOException, InterruptedException {
        long began = System.nanoTime();
        Signal.STOP.send(processes.get(0).toHandle());
        return awaitWrite(began);
    }

    private long awaitWrite(long began) throws InterruptedException {
        while (!writes()) {
            if (System.nanoTime() - began > LIMIT.toNanos()) {
                throw new IllegalStateException("no write was accepted within " + LIMIT);
            }
            TimeUnit.MILLISECONDS.sleep(FirstGoodAnswer.GAP_MILLIS);
        }
        return System.nanoTime() - began;
    }

    private boolean writes() {
        try (Resp sentinel = Resp.connect(ports.get(2), ANSWER_MILLIS)) {
            int port = Integer.parseInt(
                    sentinel.ask("SENTINEL get-master-addr-by-name " + MASTER).get(1));
            if (port == ports.get(0)) {
                return false;
            }
            try (Resp promoted = Resp.connect(port, ANSWER_MILLIS)) {
                return promoted.ask("SET key value").equals(List.of("OK"));
            }
        } catch (IOException e) {
            return false; // not promoted yet
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        for (Process process : processes) {
            process.onExit().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
        }
        scratch.close();
    }
}
