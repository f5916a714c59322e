package io.lifeboat.cli.config;

import io.lifeboat.cli.Failure;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.load.ConfigLoader;
import io.lifeboat.workspaces.load.LoadResult;
import io.lifeboat.workspaces.load.Problems;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells every mistake of a configuration at once. */
@Command(name = "check", description = "Tell every mistake of a workspaces.yaml.", mixinStandardHelpOptions = true)
final class ConfigCheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The workspaces.yaml.")
    private Path file = Path.of("workspaces.yaml");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return switch (ConfigLoader.load(file)) {
            case LoadResult.Loaded loaded -> {
                out.print(Problems.renderWarnings(loaded.warnings()));
                out.println(summary(loaded.config()));
                yield 0;
            }
            case LoadResult.Invalid invalid -> {
                out.print(Problems.render(invalid.problems()));
                out.flush();
                yield Failure.USAGE;
            }
        };
    }

    private String summary(LifeboatConfig config) {
        return "%s is well: %d workspaces, %d vantages, %d operators"
                .formatted(
                        file,
                        config.workspaces().size(),
                        config.vantages().size(),
                        config.operators().size());
    }
}
