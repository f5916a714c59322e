package io.lifeboat.saga.simulator;

import io.lifeboat.events.fold.Guard;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Runs many histories and tells what they showed. */
public final class Simulation {
    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    private final Map<Guard, Long> fired = new EnumMap<>(Guard.class);
    private final Map<Long, String> violating = new TreeMap<>();

    private Simulation() {}

    /** What all runs together showed. */
    public record Report(long runs, Map<Long, String> violating, List<String> unexercised, String table) {

        public boolean isClean() {
            return violating.isEmpty() && unexercised.isEmpty();
        }
    }

    /** Guards that can be taken out: all but ownership, without which nothing unsafe is known. */
    public static List<Guard> guards() {
        return Arrays.stream(Guard.values())
                .filter(guard -> guard != Guard.OWNERSHIP)
                .toList();
    }

    /**
     * Runs the seeds one after the other.
     *
     * @param firstOnly stops at the first violation
     */
    public static Report run(SimulationOptions options, boolean firstOnly) {
        return onVirtualThread(() -> runHere(options, firstOnly));
    }

    /** Handing over between a history and its actions costs little where both are virtual threads. */
    private static <T> T onVirtualThread(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().name("simulation").start(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while simulating", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the simulation itself failed: " + e.getCause(), e.getCause());
        }
    }

    private static Report runHere(SimulationOptions options, boolean firstOnly) {
        Simulation simulation = new Simulation();
        long runs = 0;
        while (runs < options.runs() && !(firstOnly && !simulation.violating.isEmpty())) {
            simulation.play(options.seed() + runs, options.without());
            runs++;
        }
        return new Report(runs, simulation.violating, simulation.unexercised(), simulation.table());
    }

    private void play(long seed, @Nullable Guard without) {
        History.Outcome outcome = History.run(seed, without, false);
        outcome.faults().forEach((fault, count) -> faults.merge(fault, (long) count, Long::sum));
        outcome.fired().forEach((guard, count) -> fired.merge(guard, (long) count, Long::sum));
        if (!outcome.violations().isEmpty()) {
            violating.put(seed, outcome.violations().get(0));
        }
    }

    private List<String> unexercised() {
        List<String> none = new ArrayList<>();
        Arrays.stream(Fault.values()).filter(f -> !faults.containsKey(f)).forEach(f -> none.add("fault " + f.text()));
        Arrays.stream(Guard.values()).filter(g -> !fired.containsKey(g)).forEach(g -> none.add("guard " + g.text()));
        return none;
    }

    private String table() {
        StringBuilder table = new StringBuilder("faults injected\n");
        for (Fault fault : Fault.values()) {
            table.append("  %-24s %12d%n".formatted(fault.text(), faults.getOrDefault(fault, 0L)));
        }
        table.append("guards exercised\n");
        for (Guard guard : Guard.values()) {
            table.append("  %-24s %12d%n".formatted(guard.text(), fired.getOrDefault(guard, 0L)));
        }
        return table.toString();
    }

    /** Everything that happened in one run, a line an event. */
    public static List<String> timeline(long seed, @Nullable Guard without) {
        return onVirtualThread(() -> History.run(seed, without, true).trace());
    }

    /**
     * The command: prints faults, guards, and for the first failing seed its timeline and how to run it again. Ends with the
     * line {@code N runs, V violations}.
     *
     * @return 0 if there was no violation and everything was exercised, else 1
     */
    public static int run(SimulationOptions options, PrintStream out) {
        Report report = run(options, false);
        out.print(report.table());
        report.violating().entrySet().stream().limit(1).forEach(first -> {
            timeline(first.getKey(), options.without()).forEach(out::println);
            out.println("run it again: ./lifeboat simulate --runs 1 --seed " + first.getKey()
                    + (options.without() == null
                            ? ""
                            : " --without " + options.without().text()));
        });
        report.violating().entrySet().stream()
                .limit(20)
                .forEach(v -> out.println("seed " + v.getKey() + ": " + v.getValue()));
        boolean enough = options.runs() >= 500;
        if (enough) {
            report.unexercised().forEach(what -> out.println("never exercised: " + what));
        }
        out.println("%d runs, %d violations"
                .formatted(report.runs(), report.violating().size()));
        return report.violating().isEmpty() && (report.unexercised().isEmpty() || !enough) ? 0 : 1;
    }
}
