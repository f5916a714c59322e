package io.lifeboat.lab.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A part of Lifeboat running as a process of its own, to be killed, paused and watched by whoever started it. It holds the
 * process's standard input: a part started with {@code --lifeline} dies with this JVM. Thread-safe.
 */
public final class JavaProcess implements AutoCloseable {

    private static final Duration DEATH_LIMIT = Duration.ofSeconds(10);

    private final Process process;
    private final ProcessOutput output;
    private final CompletableFuture<JsonNode> ready;

    private JavaProcess(Process process, ProcessOutput output, CompletableFuture<JsonNode> ready) {
        this.process = process;
        this.output = output;
        this.ready = ready;
    }

    /**
     * Starts the process and waits for its ready line.
     *
     * @throws IllegalStateException if it ended first or was not ready within the limit; the message ends with its output
     */
    public static JavaProcess start(JavaCommand command, Duration limit) throws IOException, InterruptedException {
        JavaProcess started = launch(command);
        try {
            started.awaitReady(limit);
            return started;
        } catch (IllegalStateException | InterruptedException e) {
            started.close();
            throw e;
        }
    }

    /** Starts the process and does not wait: for those that are meant to fail. */
    public static JavaProcess launch(JavaCommand command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.words()).redirectErrorStream(true);
        builder.environment().putAll(command.environment());
        Process process = builder.start();
        CompletableFuture<JsonNode> ready = new CompletableFuture<>();
        ProcessOutput output = ProcessOutput.follow(
                process, line -> ReadyLine.parse(line).ifPresent(ready::complete), () -> ready.cancel(false));
        return new JavaProcess(process, output, ready);
    }

    private void awaitReady(Duration limit) throws InterruptedException {
        try {
            ready.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("not ready within " + limit + ":\n" + output.tail(), e);
        } catch (ExecutionException | CancellationException e) {
            throw new IllegalStateException("ended before it was ready:\n" + output.tail(), e);
        }
    }

    /** Its ready line. */
    public JsonNode ready() {
        return ready.join();
    }

    /** A port named in its ready line. */
    public int port(String key) {
        JsonNode port = ready().path(key);
        if (!port.isInt()) {
            throw new IllegalArgumentException("key: expected a port of the ready line " + ready() + ", was " + key);
        }
        return port.intValue();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The newest 200 lines of what it printed. */
    public String output() {
        return output.tail();
    }

    /** SIGKILL; returns when the process is dead. */
    public void kill9() throws InterruptedException {
        process.destroyForcibly();
        awaitExit(DEATH_LIMIT);
    }

    /** SIGTERM, and nothing else: its lifeline stays open. Does not wait. */
    public void terminate() {
        handle().destroy();
    }

    /** SIGSTOP. */
    public void pause() throws IOException, InterruptedException {
        Signal.STOP.send(handle());
    }

    /** SIGCONT. */
    public void resume() throws IOException, InterruptedException {
        Signal.CONT.send(handle());
    }

    /** Closes its standard input, as the death of this JVM would. */
    public void closeLifeline() throws IOException {
        process.getOutputStream().close();
    }

    /**
     * Waits for its end.
     *
     * @return the exit status
     * @throws IllegalStateException if it still runs after the limit
     */
    public int awaitExit(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("process " + process.pid() + " still runs after " + limit);
        }
        return process.exitValue();
    }

    /** SIGKILL, and waits for the end as far as it is let. */
    @Override
    public void close() {
        try {
            kill9();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
