package io.lifeboat.cli.simulate;

import io.lifeboat.cli.Failure;
import io.lifeboat.events.fold.Guard;
import io.lifeboat.saga.simulator.Simulation;
import io.lifeboat.saga.simulator.SimulationOptions;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the services' own core in a world of seeded faults, and judges what comes of it. */
@Command(
        name = "simulate",
        description = "Run the core in a world of seeded faults; without any one guard it must find harm.",
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {
    @Option(names = "--runs", defaultValue = "2000", description = "How many seeds; ${DEFAULT-VALUE} by default.")
    private long runs = 2000;

    @Option(names = "--seed", defaultValue = "1", description = "The first seed; ${DEFAULT-VALUE} by default.")
    private long seed = 1;

    @Option(names = "--without", paramLabel = "GUARD", description = "Take a guard out.")
    private Optional<String> without = Optional.empty();

    @Option(names = "--list-guards", description = "Name the guards, one a line.")
    private boolean list;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (list) {
            PrintWriter out = spec.commandLine().getOut();
            Simulation.guards().forEach(guard -> out.println(name(guard)));
            return 0;
        }
        if (runs < 1) {
            throw Failure.usage("--runs: expected 1 or more, got %d", runs);
        }
        return Simulation.run(new SimulationOptions(runs, seed, guard()), System.out);
    }

    private @Nullable Guard guard() {
        return without.map(text -> Simulation.guards().stream()
                        .filter(guard ->
                                name(guard).equals(text.toLowerCase(Locale.ROOT).replace('_', '-')))
                        .findFirst()
                        .orElseThrow(() -> Failure.usage(
                                "--without: expected one of %s, got '%s'",
                                Simulation.guards().stream()
                                        .map(SimulateCommand::name)
                                        .toList(),
                                text)))
                .orElse(null);
    }

    private static String name(Guard guard) {
        return guard.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
