package io.lifeboat.cli.demo;

import io.lifeboat.cli.lab.LabLayout;
import io.lifeboat.cli.lab.LabStarter;
import io.lifeboat.cli.lab.QdrantChoice;
import io.lifeboat.cli.lab.RunningLab;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The lab of one demonstration, in a folder of its own. Whatever ends the command ends the lab: a hook where there is time for
 * one, else the broken pipe to its supervisor.
 */
final class DemoLab implements AutoCloseable {
    private final LabLayout layout;
    private final boolean keep;
    private final Thread hook = new Thread(this::endQuietly, "end-lab");
    private Optional<RunningLab> running = Optional.empty();
    private boolean left;
    private boolean ended;

    DemoLab(LabLayout layout, boolean keep) {
        this.layout = layout;
        this.keep = keep;
    }

    void start(LabStarter starter, QdrantChoice qdrant, Set<String> without) throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(hook);
        RunningLab started = starter.start(new LabStarter.Options(layout, qdrant, !keep, without));
        synchronized (this) {
            running = Optional.of(started);
        }
    }

    RunningLab running() {
        return running.orElseThrow(() -> new IllegalStateException("expected a lab that was started"));
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
            if (running.isPresent()) {
                running.get().end();
            } else if (RunningLab.find(layout).isPresent()) {
                RunningLab.require(layout).end();
            }
            delete(layout.folder());
        } catch (IOException | RuntimeException e) {
            System.err.println("lifeboat: what the demo started may not have ended: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
