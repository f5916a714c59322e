package io.lifeboat.cli.backup;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Kept backups. */
@Command(
        name = "backup",
        description = "Look into kept backups.",
        mixinStandardHelpOptions = true,
        subcommands = InspectCommand.class)
public final class BackupCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected inspect");
    }
}
