package io.lifeboat.benchmarks;

import io.lifeboat.benchmarks.failover.FailoverBenchmark;
import io.lifeboat.benchmarks.log.FoldBenchmark;
import io.lifeboat.benchmarks.log.TimelineBenchmark;
import io.lifeboat.benchmarks.memory.MemoryBenchmark;
import io.lifeboat.benchmarks.probes.ProbesBenchmark;
import io.lifeboat.benchmarks.saga.SagaBenchmark;
import java.io.PrintWriter;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code bench NAME}: exit status 0 if it could be measured, whether or not the goal was met; else 1. */
@Command(
        name = "bench",
        description = "Measures Lifeboat, each time beside what it is compared with.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "NAME",
        exitCodeOnInvalidInput = 1,
        subcommands = {
            FailoverBenchmark.class,
            SagaBenchmark.class,
            TimelineBenchmark.class,
            FoldBenchmark.class,
            ProbesBenchmark.class,
            MemoryBenchmark.class
        })
public final class Benchmarks implements Runnable {
    /** Held, as java.util.logging forgets loggers that nobody holds, and their levels with them. */
    private static final Logger ROOT_LOGGER = Logger.getLogger("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] args) {
        ROOT_LOGGER.setLevel(Level.WARNING);
        System.exit(commandLine().execute(args));
    }

    /** The whole command, ready to execute. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Benchmarks());
        line.getSubcommands().values().forEach(sub -> sub.getCommandSpec().exitCodeOnInvalidInput(1));
        return line.setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Benchmarks::refuse)
                .setExecutionExceptionHandler(Benchmarks::explain);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "NAME: expected a benchmark, got nothing");
    }

    private static int refuse(ParameterException problem, String[] arguments) {
        PrintWriter err = problem.getCommandLine().getErr();
        err.println("bench: " + problem.getMessage());
        problem.getCommandLine().usage(err);
        return 1;
    }

    private static int explain(Exception problem, CommandLine command, ParseResult parsed) {
        command.getErr().println("bench: it could not be measured: " + problem);
        problem.printStackTrace(command.getErr());
        return 1;
    }
}
