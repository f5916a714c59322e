package io.lifeboat.cli.config;

import io.lifeboat.cli.Failure;
import io.lifeboat.cli.lab.LabLayout;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.load.ConfigLoader;
import io.lifeboat.workspaces.load.LoadResult;
import io.lifeboat.workspaces.load.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which configuration. */
public final class ConfigOption {
    @Option(names = "--config", paramLabel = "FILE", description = "The workspaces.yaml; that of the lab by default.")
    private Optional<Path> file = Optional.empty();

    /**
     * What is configured; nothing if no file is named and there is no lab.
     *
     * @throws Failure if the file has mistakes
     */
    public Optional<LifeboatConfig> find(LabLayout lab) {
        if (file.isPresent()) {
            return Optional.of(load(file.get()));
        }
        return Files.isRegularFile(lab.workspaces()) ? Optional.of(load(lab.workspaces())) : Optional.empty();
    }

    /** @throws Failure if there is none, or it has mistakes */
    public LifeboatConfig require(LabLayout lab) {
        return find(lab)
                .orElseThrow(() ->
                        Failure.usage("no configuration: say --config FILE, or start a lab with `./lifeboat lab up`"));
    }

    private static LifeboatConfig load(Path path) {
        return switch (ConfigLoader.load(path)) {
            case LoadResult.Loaded loaded -> loaded.config();
            case LoadResult.Invalid invalid ->
                throw Failure.usage("%s", Problems.render(invalid.problems()).strip());
        };
    }
}
