package io.lifeboat.cli.config;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The configuration. */
@Command(
        name = "config",
        description = "Check a workspaces.yaml.",
        mixinStandardHelpOptions = true,
        subcommands = ConfigCheckCommand.class)
public final class ConfigCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected check");
    }
}
