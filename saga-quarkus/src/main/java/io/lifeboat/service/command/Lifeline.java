package io.lifeboat.service.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes a program die with this process, even with kill -9: by {@code setpriv --pdeathsig} of util-linux, where it is there.
 * The kernel sends that signal when the thread that started the program ends; so one thread that never ends starts them all.
 */
final class Lifeline {
    private final Optional<Path> setpriv;

    Lifeline() {
        this(System.getenv().getOrDefault("PATH", ""));
    }

    Lifeline(String path) {
        this.setpriv = Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "setpriv"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    boolean isThere() {
        return setpriv.isPresent();
    }

    List<String> around(List<String> command) {
        return setpriv.map(
                        path -> Stream.concat(Stream.of(path.toString(), "--pdeathsig", "KILL", "--"), command.stream())
                                .toList())
                .orElse(command);
    }
}
