package io.lifeboat.benchmarks.failover;

import io.lifeboat.benchmarks.Benchmark;
import io.lifeboat.benchmarks.Figures;
import io.lifeboat.benchmarks.Goal;
import io.lifeboat.benchmarks.Result;
import io.lifeboat.benchmarks.Table;
import io.lifeboat.cli.lab.QdrantChoice;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * B1. Each run has a new lab and new sentinels, by turns. The lab's services are at rest after their start, as services are that
 * run for days; what they then do for real, they do for the first time.
 */
@Command(
        name = "failover",
        mixinStandardHelpOptions = true,
        description = "From SIGKILL of the active Qdrant to the first good answer, beside Redis Sentinel.")
public final class FailoverBenchmark extends Benchmark {
    private static final double GOAL = 0.3;
    private static final Duration PAUSE = Duration.ofMillis(800);

    @Option(names = "--runs", description = "Kills of each (${DEFAULT-VALUE}).")
    private int runs = 20;

    @Option(names = "--pauses", description = "SIGSTOPs of 0.8 s, which must change nothing (${DEFAULT-VALUE}).")
    private int pauses = 20;

    @Option(names = "--stalls", description = "SIGSTOPs for good of each (${DEFAULT-VALUE}).")
    private int stalls = 3;

    @Option(names = "--qdrant", description = "A real Qdrant's program; without it, the stand-in.")
    private @Nullable Path qdrant;

    @Override
    protected Result measure(PrintWriter out) throws Exception {
        requirePositive("--runs", runs);
        Sentinels.requireInstalled();
        Path root = Path.of(System.getProperty("lifeboat.root", "."));
        QdrantChoice choice = QdrantChoice.of(Optional.ofNullable(qdrant), Map.of());
        List<LabRun.Outcome> ours = new ArrayList<>();
        List<Double> peer = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            try (LabRun lab = LabRun.start(root, choice)) {
                ours.add(lab.kill());
            }
            try (Sentinels sentinels = Sentinels.start()) {
                peer.add(sentinels.kill() / 1e6);
            }
            out.printf(
                    "run %d of %d: ours %.0f ms, peer %.0f ms%n",
                    i + 1, runs, ours.get(i).answered(), peer.get(i));
            out.flush();
        }
        steps(out, ours);
        pauses(out, root, choice);
        stalls(out, root, choice);
        return compare(out, ours, peer);
    }

    private static Result compare(PrintWriter out, List<LabRun.Outcome> ours, List<Double> peer) {
        Figures our = figures(ours.stream().map(LabRun.Outcome::answered).toList());
        Figures their = figures(peer);
        new Table("ms after SIGKILL", "median", "p90", "least", "most")
                .row("ours: first good answer through the edge", our)
                .row("peer: first write on the promoted Redis", their)
                .print(out);
        return Result.beside("failover", "ms", our.median(), their.median(), new Goal.RatioAtMost(GOAL));
    }

    private static void steps(PrintWriter out, List<LabRun.Outcome> ours) {
        out.println();
        Table table = new Table("ms after SIGKILL", "median", "p90", "least", "most");
        for (Story.Moment moment : Story.Moment.values()) {
            List<Double> times = ours.stream()
                    .map(outcome -> outcome.times().get(moment))
                    .filter(Objects::nonNull)
                    .toList();
            if (!times.isEmpty()) {
                table.row(moment.text, figures(times));
            }
        }
        table.print(out);
        out.println();
    }

    private void pauses(PrintWriter out, Path root, QdrantChoice choice) throws Exception {
        if (pauses == 0) {
            return;
        }
        try (LabRun lab = LabRun.start(root, choice)) {
            for (int i = 0; i < pauses; i++) {
                lab.pause(PAUSE);
                TimeUnit.SECONDS.sleep(
                        1); // a detector that wants to act has this long, and the next pause is a new one
            }
            out.printf("%d SIGSTOPs of 0.8 s: %d incidents%n", pauses, lab.incidents());
        }
    }

    private void stalls(PrintWriter out, Path root, QdrantChoice choice) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> peer = new ArrayList<>();
        for (int i = 0; i < stalls; i++) {
            try (LabRun lab = LabRun.start(root, choice)) {
                ours.add(lab.stall().answered());
            }
            try (Sentinels sentinels = Sentinels.start()) {
                peer.add(sentinels.stall() / 1e6);
            }
        }
        if (stalls > 0) {
            new Table("ms after SIGSTOP for good", "median", "p90", "least", "most")
                    .row("ours", figures(ours))
                    .row("peer", figures(peer))
                    .print(out);
            out.println();
        }
    }

    private static Figures figures(List<Double> values) {
        return Figures.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
