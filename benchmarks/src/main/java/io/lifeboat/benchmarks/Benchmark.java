package io.lifeboat.benchmarks;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A benchmark as a command: what it measures, then whether the goal was met, then the one line for machines. */
public abstract class Benchmark implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Measures.
     *
     * @param out for tables and remarks
     * @throws Exception if it could not be measured; a missed goal is a result
     */
    protected abstract Result measure(PrintWriter out) throws Exception;

    @Override
    public final Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Result result = measure(out);
        out.println();
        out.println(result.verdict());
        out.println(result.line());
        out.flush();
        return 0;
    }

    /** @throws IllegalArgumentException naming the option, if its value is below one */
    protected static void requirePositive(String option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s: expected at least 1, got %d".formatted(option, value));
        }
    }
}
