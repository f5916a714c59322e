package io.lifeboat.cli;

import io.lifeboat.cli.backup.BackupCommand;
import io.lifeboat.cli.bench.BenchCommand;
import io.lifeboat.cli.command.CommandCommand;
import io.lifeboat.cli.command.RestoreCommand;
import io.lifeboat.cli.config.ConfigCommand;
import io.lifeboat.cli.demo.DemoCommand;
import io.lifeboat.cli.fail.FailCommand;
import io.lifeboat.cli.lab.LabCommand;
import io.lifeboat.cli.plan.PlanCommand;
import io.lifeboat.cli.simulate.SimulateCommand;
import io.lifeboat.cli.status.StatusCommand;
import io.lifeboat.cli.timeline.TimelineCommand;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The {@code lifeboat} command. Exit status: 0 all is well, 1 the thing failed, 2 it was asked for wrongly or the configuration
 * is wrong. An error is one sentence on standard error; {@code --verbose} adds where it came from.
 */
@Command(
        name = "lifeboat",
        description = "Disaster recovery for Qdrant, event by event.",
        mixinStandardHelpOptions = true,
        version = "lifeboat 0.1.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            LabCommand.class,
            StatusCommand.class,
            TimelineCommand.class,
            PlanCommand.class,
            CommandCommand.class,
            RestoreCommand.class,
            FailCommand.class,
            BackupCommand.class,
            ConfigCommand.class,
            SimulateCommand.class,
            BenchCommand.class
        })
public final class LifeboatCli implements Runnable {
    /** Held, as java.util.logging forgets loggers that nobody holds, and their levels with them. */
    private static final Logger ROOT_LOGGER = LogManager.getLogManager().getLogger("");

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Say where an error came from.")
    private boolean verbose;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] args) {
        CommandLine command = commandLine();
        int status = command.execute(args);
        command.getOut().flush();
        System.exit(status);
    }

    /** The whole command, ready to execute. */
    public static CommandLine commandLine() {
        LifeboatCli cli = new LifeboatCli();
        CommandLine command = new CommandLine(cli)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionStrategy(cli::execute)
                .setExecutionExceptionHandler(cli::explain);
        // What follows a benchmark's name are its own options.
        command.getSubcommands().get("bench").setStopAtPositional(true);
        return command;
    }

    private int execute(ParseResult parsed) {
        ROOT_LOGGER.setLevel(verbose ? Level.INFO : Level.OFF);
        return new CommandLine.RunLast().execute(parsed);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command");
    }

    private int explain(Exception problem, CommandLine command, ParseResult parsed) {
        if (isEnding()) {
            return Failure.FAILED; // what breaks because somebody pressed Ctrl-C is no news
        }
        command.getErr().println("lifeboat: " + sentence(problem));
        if (verbose) {
            problem.printStackTrace(command.getErr());
        }
        return problem instanceof Failure failure ? failure.status() : Failure.FAILED;
    }

    /** Java tells it only to those who ask for a hook. */
    private static boolean isEnding() {
        Thread probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }

    private static String sentence(Exception problem) {
        String message = problem.getMessage();
        return problem instanceof Failure && message != null
                ? message
                : problem.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
