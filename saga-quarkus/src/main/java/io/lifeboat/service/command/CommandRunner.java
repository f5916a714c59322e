package io.lifeboat.service.command;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Runs a site's own programs: a list of texts, no shell between. What one needs to know comes on its standard input, what it
 * prints is kept in part, and neither it nor what it started outlives its time or this process. Thread-safe.
 */
@Singleton
public class CommandRunner implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CommandRunner.class);
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    private final Lifeline lifeline = new Lifeline();
    private final ExecutorService starter = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("command-starter").factory());
    private final Set<Process> running = ConcurrentHashMap.newKeySet();

    public CommandRunner() {
        if (!lifeline.isThere()) {
            LOG.warn("setpriv is not there: programs would outlive a killed service");
        }
    }

    /**
     * @param command the program and its arguments, as they are
     * @param input for its standard input
     * @param environment in addition to this process' own
     * @throws InterruptedException if the thread is interrupted; the program has been killed then
     */
    public CommandResult run(List<String> command, String input, Map<String, String> environment, Duration within)
            throws InterruptedException {
        if (command.isEmpty()) {
            return new CommandResult.NotStarted("no program was named");
        }
        Process process;
        Future<Process> starting = starter.submit(() -> start(command, environment));
        try {
            process = starting.get();
        } catch (InterruptedException e) {
            // It may be on its way: behind it in the same thread, it is there to be killed.
            starter.execute(() -> forget(starting));
            throw e;
        } catch (ExecutionException e) {
            return new CommandResult.NotStarted("%s could not be started: %s"
                    .formatted(command.getFirst(), e.getCause().getMessage()));
        }
        try {
            return follow(process, input, within);
        } finally {
            kill(process);
            running.remove(process);
        }
    }

    private void forget(Future<Process> started) {
        if (started.state() == Future.State.SUCCESS) {
            kill(started.resultNow());
            running.remove(started.resultNow());
        }
    }

    private Process start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(lifeline.around(command)).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        running.add(process);
        return process;
    }

    private static CommandResult follow(Process process, String input, Duration within) throws InterruptedException {
        OutputTail tail = new OutputTail();
        Thread.ofVirtual().start(() -> feed(process, input));
        Thread reader = Thread.ofVirtual().start(() -> drain(process, tail));
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            kill(process);
            reader.join(LAST_WORDS);
            return new CommandResult.TimedOut(within, tail.text());
        }
        reader.join(LAST_WORDS);
        return new CommandResult.Ended(process.exitValue(), tail.text());
    }

    private static void feed(Process process, String input) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.debugf("a program did not read its input pid=%d reason=%s", process.pid(), e.getMessage());
        }
    }

    private static void drain(Process process, OutputTail tail) {
        try {
            tail.drain(process.getInputStream());
        } catch (IOException e) {
            LOG.debugf("a program's output broke off pid=%d reason=%s", process.pid(), e.getMessage());
        }
    }

    /** With all that it started and that can still be told to be its own. */
    private static void kill(Process process) {
        List<ProcessHandle> own = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        own.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    @PreDestroy
    public void close() {
        running.forEach(CommandRunner::kill);
        starter.shutdownNow();
    }
}
