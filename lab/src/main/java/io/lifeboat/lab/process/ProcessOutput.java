package io.lifeboat.lab.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Drains what a process prints, so that it never blocks on a full pipe, and keeps the newest lines. Thread-safe. */
final class ProcessOutput {

    private static final int KEPT_LINES = 200;

    private final Deque<String> lines = new ArrayDeque<>();

    private ProcessOutput() {}

    static ProcessOutput follow(Process process, Consumer<String> onLine, Runnable onEnd) {
        ProcessOutput output = new ProcessOutput();
        Thread.ofPlatform()
                .daemon()
                .name("output-" + process.pid())
                .start(() -> output.drain(process.inputReader(), onLine, onEnd));
        return output;
    }

    private void drain(BufferedReader reader, Consumer<String> onLine, Runnable onEnd) {
        try (reader) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                keep(line);
                onLine.accept(line);
            }
        } catch (IOException e) {
            // Java closes the pipe of a process that was killed: the same as its end.
            keep("(output ended: " + e.getMessage() + ")");
        } finally {
            onEnd.run();
        }
    }

    private synchronized void keep(String line) {
        if (lines.size() == KEPT_LINES) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    synchronized String tail() {
        return String.join("\n", lines);
    }
}
