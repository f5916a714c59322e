package io.lifeboat.benchmarks.saga;

import io.lifeboat.benchmarks.Benchmark;
import io.lifeboat.benchmarks.Figures;
import io.lifeboat.benchmarks.Goal;
import io.lifeboat.benchmarks.Result;
import io.lifeboat.benchmarks.Table;
import io.lifeboat.benchmarks.process.Broker;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** B8. Ours and the peer take turns, so that what else the machine does hits both. */
@Command(
        name = "saga",
        mixinStandardHelpOptions = true,
        description = "Ten steps alternating between two services, beside twenty raw round trips.")
public final class SagaBenchmark extends Benchmark {
    private static final double GOAL = 1.5;
    private static final double NANOS_A_MILLI = 1e6;

    @Option(names = "--warmup", description = "Incidents before it counts (${DEFAULT-VALUE}).")
    private int warmup = 300;

    @Option(names = "--incidents", description = "Incidents that count (${DEFAULT-VALUE}).")
    private int incidents = 300;

    @Override
    protected Result measure(PrintWriter out) throws Exception {
        requirePositive("--warmup", warmup);
        requirePositive("--incidents", incidents);
        List<Stopwatch.Lap> laps = new ArrayList<>();
        List<Long> raws = new ArrayList<>();
        try (Broker broker = Broker.start();
                TwoServices services = new TwoServices(broker.settings());
                RawHops raw = new RawHops(broker.bootstrap())) {
            services.start();
            for (int i = 0; i < warmup + incidents; i++) {
                Stopwatch.Lap lap = services.runIncident();
                long nanos = raw.run();
                if (i >= warmup) {
                    laps.add(lap);
                    raws.add(nanos);
                }
            }
        }
        return report(out, laps, raws);
    }

    private static Result report(PrintWriter out, List<Stopwatch.Lap> laps, List<Long> raws) {
        Figures ours = millis(laps, Stopwatch.Lap::total);
        Figures peer = millis(raws, Long::longValue);
        out.println("Both services and the raw clients run in this process, the broker in its own; they take turns.");
        out.println();
        new Table("ms", "median", "p90", "least", "most")
                .row("ours: ten steps", ours)
                .row("  claims: decide, append, read back", millis(laps, Stopwatch.Lap::claims))
                .row("  barrier and no-op action", millis(laps, Stopwatch.Lap::actions))
                .row("  results: append, read back", millis(laps, Stopwatch.Lap::results))
                .row("peer: twenty raw round trips", peer)
                .print(out);
        return Result.beside("saga", "ms", ours.median(), peer.median(), new Goal.RatioAtMost(GOAL));
    }

    private static <T> Figures millis(List<T> of, ToLongFunction<T> nanos) {
        return Figures.of(of.stream()
                .mapToDouble(each -> nanos.applyAsLong(each) / NANOS_A_MILLI)
                .toArray());
    }
}
