package io.lifeboat.lab.supervisor;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.process.ReadyLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One life of a process. Its fields change on the control thread only; {@link #kill} may be called by any. */
final class Run {

    private static final Logger LOG = System.getLogger(Run.class.getName());

    private final Process process;
    private final Instant since = Instant.now();
    private final long startedNanos = System.nanoTime();
    private volatile Optional<JsonNode> readyLine = Optional.empty();
    private boolean ready;
    private boolean paused;

    Run(Process process) {
        this.process = process;
    }

    /** Drains what it prints into the log until it ends, line by line to the consumer too. */
    void follow(BoundedLog log, Consumer<String> onLine) {
        Thread.ofPlatform().daemon().name("output-" + process.pid()).start(() -> drain(log, onLine));
    }

    private void drain(BoundedLog log, Consumer<String> onLine) {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                ReadyLine.parse(line).ifPresent(parsed -> readyLine = Optional.of(parsed));
                onLine.accept(line);
                log.line(line);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.DEBUG, "output ended: pid=" + process.pid(), e);
        }
    }

    /** SIGKILL to it and to what it started; does not wait. */
    void kill() {
        List<ProcessHandle> below = process.descendants().toList();
        process.destroyForcibly();
        below.forEach(ProcessHandle::destroyForcibly);
    }

    /** Asks it to end: SIGTERM, and the end of its standard input. */
    void terminate() {
        process.destroy();
    }

    /** Whether it is known to be dead, waited for if need be. */
    boolean awaitDeath(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    Process process() {
        return process;
    }

    Instant since() {
        return since;
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    Optional<JsonNode> readyLine() {
        return readyLine;
    }

    boolean ready() {
        return ready;
    }

    void markReady() {
        ready = true;
    }

    boolean paused() {
        return paused;
    }

    void markPaused(boolean now) {
        paused = now;
    }
}
