package io.lifeboat.cli.demo;

import io.lifeboat.cli.lab.LabLayout;
import io.lifeboat.cli.lab.LabStarter;
import io.lifeboat.cli.lab.QdrantChoice;
import io.lifeboat.cli.lab.RunningLab;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The lab of one demonstration, in a folder of its own. Whatever ends the command ends the lab: a hook where there is time for
 * one, else the broken pipe to its supervisor.
 */
final class DemoLab implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(10);

    private final LabLayout layout;
    private final boolean keep;
    private final Thread hook = new Thread(this::endQuietly, "end-lab");
    private final CompletableFuture<RunningLab> running = new CompletableFuture<>();
    private boolean left;
    private boolean ended;

    DemoLab(LabLayout layout, boolean keep) {
        this.layout = layout;
        this.keep = keep;
    }

    void start(LabStarter starter, QdrantChoice qdrant, Set<String> without) throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            running.complete(starter.start(new LabStarter.Options(layout, qdrant, !keep, without)));
        } finally {
            running.cancel(false); // without effect where it has been started
        }
    }

    RunningLab running() {
        return running.join();
    }

    /** With --keep it runs on, and the viewer is told how to go on with it. */
    synchronized void leave(PrintWriter out) {
        if (keep) {
            left = true;
            out.printf("%nThe lab runs on.%n");
            out.printf("  look at it   ./lifeboat status --dir %s%n", layout.folder());
            out.printf("  end it       ./lifeboat lab down --dir %s%n", layout.folder());
        }
    }

    @Override
    public void close() throws IOException {
        endQuietly();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the hook runs already, and finds nothing to do
        }
    }

    private synchronized void endQuietly() {
        if (ended || left) {
            return;
        }
        ended = true;
        try {
            end();
            delete(layout.folder());
        } catch (IOException | RuntimeException e) {
            System.err.println("lifeboat: what the demo started may not have ended: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** While it is being started there is nothing to end yet: that is waited for. */
    private void end() throws IOException, InterruptedException {
        try {
            running.get(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS).end();
        } catch (CancellationException notStarted) {
            // nothing runs
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("it was not started in time: its supervisor ends with this process", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
