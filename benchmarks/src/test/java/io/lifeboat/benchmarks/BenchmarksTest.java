package io.lifeboat.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Each benchmark runs, in a tiny size, and ends with its one line. What it measures is never asserted. */
class BenchmarksTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int bench(String... arguments) {
        CommandLine line = Benchmarks.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    private String lastLine() {
        return out.toString().lines().reduce("", (before, line) -> line);
    }

    @ParameterizedTest
    @CsvSource({
        "saga, 1.5, --warmup 1 --incidents 2",
        "timeline, 0.9, --events 300 --workspaces 3 --rounds 1",
        "fold, 0.35, --events 300 --workspaces 3 --rounds 1"
    })
    void shouldEndWithItsLineWhenItRan(String name, String goal, String options) {
        // when
        int status = bench((name + " " + options).split(" "));

        // then
        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
        assertThat(lastLine()).matches(name + " ours=[0-9.]+ peer=[0-9.]+ ratio=[0-9.]+ goal=" + goal);
    }

    @Test
    void shouldMeasureProbesAgainstABoundOfTheirOwn() {
        // when
        int status = bench("probes", "--targets", "4", "--warmup", "0", "--seconds", "11");

        // then
        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
        assertThat(lastLine()).matches("probes ours=[0-9.]+ peer=none ratio=[0-9.]+ goal=0.05");
    }

    @Test
    void shouldNameAllBenchmarksWhenTheNameIsWrong() {
        // when
        int status = bench("nonsense");

        // then
        assertThat(status).isOne();
        assertThat(err.toString()).contains("nonsense", "failover", "saga", "timeline", "fold", "probes", "memory");
    }

    @Test
    void shouldFailWhenThereIsNoName() {
        assertThat(bench()).isOne();
        assertThat(err.toString()).contains("NAME: expected a benchmark, got nothing");
    }

    @ParameterizedTest
    @CsvSource({"saga --incidents 0, --incidents", "fold --events 0, --events", "fold --rounds 0, --rounds"})
    void shouldFailWhenASizeIsNotPositive(String arguments, String option) {
        assertThat(bench(arguments.split(" "))).isOne();
        assertThat(err.toString()).contains(option + ": expected at least 1, got 0");
    }
}
