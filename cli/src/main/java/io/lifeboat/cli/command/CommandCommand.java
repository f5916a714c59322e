package io.lifeboat.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Commands of operators. Each is signed; the log says whether it was obeyed. */
@Command(
        name = "command",
        description = "Command: signed, sent, and answered by the log.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            OpenCommand.class,
            ApproveCommand.class,
            RejectCommand.class,
            SkipCommand.class,
            AbortCommand.class,
            AcknowledgeCommand.class,
            CloseCommand.class,
            HoldCommand.class,
            ReleaseCommand.class,
            MaintenanceCommand.class,
            SendCommand.class
        })
public final class CommandCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected what to command");
    }
}
