package io.lifeboat.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory that is gone when it is closed, or when this JVM is told to end before. */
public final class Scratch implements AutoCloseable {
    private final Path directory;
    private final Thread hook = new Thread(this::removeAtTheEnd, "remove-scratch");

    private Scratch(Path directory) {
        this.directory = directory;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    public static Scratch create() throws IOException {
        return new Scratch(Files.createTempDirectory("lifeboat-bench-"));
    }

    public Path directory() {
        return directory;
    }

    public Path resolve(String name) {
        return directory.resolve(name);
    }

    @Override
    public void close() {
        try {
            remove();
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove " + directory, e);
        } catch (IllegalStateException ending) {
            // the JVM ends already: the hook finds nothing to do
        }
    }

    private void remove() throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) found.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Processes that use it may be ending still: what they write meanwhile is left. */
    private void removeAtTheEnd() {
        try {
            remove();
        } catch (IOException | UncheckedIOException e) {
            System.err.println("left behind: " + directory + " (" + e + ")");
        }
    }
}
