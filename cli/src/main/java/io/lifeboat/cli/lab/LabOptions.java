package io.lifeboat.cli.lab;

import io.lifeboat.cli.Root;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that all commands about a lab share. */
public final class LabOptions {
    @Option(names = "--dir", paramLabel = "DIR", description = "The lab's folder; .lifeboat/lab by default.")
    private Optional<Path> folder = Optional.empty();

    public LabLayout layout() {
        return new LabLayout(folder.orElseGet(Root::defaultLab));
    }
}
