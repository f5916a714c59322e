package io.lifeboat.cli.lab;

import io.lifeboat.cli.Failure;
import io.lifeboat.lab.Main;
import io.lifeboat.lab.supervisor.SupervisorClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Starts a lab's supervisor, as a process of its own. */
final class SupervisorProcess {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int SHOWN_CHARS = 2_000;
    private static final List<String> FLAGS =
            List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private SupervisorProcess() {}

    /**
     * Starts it and waits until it answers.
     *
     * @param tied it ends when this JVM does, however that ends; else it outlives it
     */
    static Started start(LabLayout layout, LabPorts ports, boolean tied) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words(layout, ports, tied))
                .redirectErrorStream(true)
                .redirectOutput(layout.supervisorOutput().toFile())
                .redirectInput(tied ? ProcessBuilder.Redirect.PIPE : ProcessBuilder.Redirect.from(nothing()));
        Process process = builder.start();
        try {
            return new Started(process, awaitAnswer(layout, process));
        } catch (Failure | IOException | InterruptedException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** @param process holds the pipe that ties it to this JVM */
    record Started(Process process, SupervisorClient client) {}

    private static java.io.File nothing() {
        return new java.io.File("/dev/null");
    }

    /** In a session of its own where that can be had: Ctrl-C in the terminal is for the command, which then ends the lab in order. */
    private static List<String> words(LabLayout layout, LabPorts ports, boolean tied) {
        List<String> words = new ArrayList<>();
        Path setsid = Path.of("/usr/bin/setsid");
        if (Files.isExecutable(setsid)) {
            words.add(setsid.toString());
        }
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(FLAGS);
        words.addAll(List.of("-cp", ClassPath.absolute(), Main.class.getName(), "supervisor"));
        words.addAll(List.of("--dir", layout.folder().toString()));
        words.addAll(List.of("--processes", layout.processes().toString()));
        words.addAll(List.of("--port", Integer.toString(ports.supervisor())));
        if (tied) {
            words.add("--lifeline");
        }
        return words;
    }

    private static SupervisorClient awaitAnswer(LabLayout layout, Process process)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<SupervisorClient> client = SupervisorClient.find(layout.folder());
            if (client.isPresent()) {
                return client.get();
            }
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw Failure.failed("the lab's supervisor ended with %d: %s", process.exitValue(), output(layout));
            }
        }
        throw Failure.failed("the lab's supervisor did not answer within %d s: %s", LIMIT.toSeconds(), output(layout));
    }

    private static String output(LabLayout layout) throws IOException {
        String output = Files.readString(layout.supervisorOutput()).strip();
        return output.substring(Math.max(0, output.length() - SHOWN_CHARS));
    }
}
