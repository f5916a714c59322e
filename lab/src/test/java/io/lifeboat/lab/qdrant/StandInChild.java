package io.lifeboat.lab.qdrant;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stand-in as a process of its own, which can be killed for good. */
public record StandInChild(Process process, URI url, URI adminUrl) {
    private static final Pattern READY = Pattern.compile("\\{\"ready\":true,\"http\":(\\d+),\"admin\":(\\d+)}");

    public static StandInChild start(Path directory, String... more) throws IOException {
        Process process = launch(directory, more);
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        Matcher ready = READY.matcher(String.valueOf(out.readLine()));
        if (!ready.matches()) {
            throw new IOException("it did not start: " + Files.readString(directory.resolve("stderr.log")));
        }
        return new StandInChild(process, local(ready.group(1)), local(ready.group(2)));
    }

    /** Starts one that is expected to give up, and returns its exit code. */
    public static int startInVain(Path directory) throws IOException {
        URI nowhere = URI.create("http://127.0.0.1:0");
        return new StandInChild(launch(directory), nowhere, nowhere).awaitExit();
    }

    private static Process launch(Path directory, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                QdrantStandIn.class.getName(),
                "--http-port=0",
                "--storage=" + directory.resolve("storage"),
                "--snapshots=" + directory.resolve("snapshots")));
        command.addAll(List.of(more));
        Files.createDirectories(directory);
        return new ProcessBuilder(command)
                .redirectError(directory.resolve("stderr.log").toFile())
                .start();
    }

    private static URI local(String port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** SIGKILL, and waits until it is gone. */
    public void kill() throws IOException {
        process.destroyForcibly();
        awaitExit();
    }

    public int awaitExit() throws IOException {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IOException("the process is still there after a minute");
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
