package io.lifeboat.cli.lab;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The lab: everything that Lifeboat needs and protects, as processes on this machine. */
@Command(
        name = "lab",
        description = "A broker, two Qdrants, an edge, an application and all services, on this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "up|down|status",
        subcommands = {LabUpCommand.class, LabDownCommand.class, LabStatusCommand.class})
public final class LabCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected up, down or status");
    }
}
