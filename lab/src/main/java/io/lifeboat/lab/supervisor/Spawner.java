package io.lifeboat.lab.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts processes that cannot outlive this one: where {@code setpriv} is at hand the kernel kills them with the thread that
 * started them, and in any case their standard input ends. To be called by a thread that lives as long as they may.
 */
final class Spawner {

    private final Optional<Path> setpriv;

    Spawner() {
        this.setpriv = List.of("/usr/bin/setpriv", "/bin/setpriv").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    Process spawn(ProcessSpec spec) throws IOException {
        List<String> words = new ArrayList<>();
        setpriv.ifPresent(tool -> words.addAll(List.of(tool.toString(), "--pdeathsig", "KILL", "--")));
        words.addAll(spec.command());
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(spec.environment());
        spec.directory().ifPresent(directory -> builder.directory(directory.toFile()));
        return builder.start();
    }
}
