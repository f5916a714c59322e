package io.lifeboat.benchmarks.memory;

import io.lifeboat.benchmarks.Benchmark;
import io.lifeboat.benchmarks.Result;
import io.lifeboat.benchmarks.Table;
import io.lifeboat.benchmarks.process.Scratch;
import io.lifeboat.cli.lab.LabLayout;
import io.lifeboat.cli.lab.LabProcess;
import io.lifeboat.cli.lab.LabService;
import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.cli.lab.LabStarter;
import io.lifeboat.cli.lab.QdrantChoice;
import io.lifeboat.cli.lab.RunningLab;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The resident memory of each service of a lab that has run for a while, as Linux tells it. */
@Command(
        name = "memory",
        mixinStandardHelpOptions = true,
        description = "Resident memory of each service; ours is the largest.")
public final class MemoryBenchmark extends Benchmark {
    private static final double GOAL_MEGABYTES = 160;
    private static final Duration LIMIT = Duration.ofSeconds(150);

    @Option(names = "--seconds", description = "How long they run before they are measured (${DEFAULT-VALUE}).")
    private int seconds = 30;

    @Override
    protected Result measure(PrintWriter out) throws Exception {
        requirePositive("--seconds", seconds);
        Path root = Path.of(System.getProperty("lifeboat.root", "."));
        try (Scratch scratch = Scratch.create()) {
            RunningLab lab = new LabStarter(root)
                    .start(new LabStarter.Options(
                            new LabLayout(scratch.resolve("lab")), new QdrantChoice.StandIn(), true, Set.of()));
            try {
                awaitReady(lab);
                TimeUnit.SECONDS.sleep(seconds);
                return report(out, lab);
            } finally {
                lab.end();
                lab.close();
            }
        }
    }

    private static void awaitReady(RunningLab lab) throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!lab.processes().stream().allMatch(LabProcess::isReady)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not all processes of the lab were ready within " + LIMIT);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static Result report(PrintWriter out, RunningLab lab) throws IOException, InterruptedException {
        Set<String> services = LabShape.SERVICES.stream().map(LabService::name).collect(Collectors.toSet());
        Table table = new Table("service", "MB resident");
        double most = 0;
        for (LabProcess process : lab.processes()) {
            if (services.contains(process.name())) {
                double megabytes = resident(
                        process.pid().orElseThrow(() -> new IllegalStateException(process.name() + " does not run")));
                table.row(process.name(), String.format(Locale.ROOT, "%.0f", megabytes));
                most = Math.max(most, megabytes);
            }
        }
        table.print(out);
        return Result.alone("memory", "MB", most, GOAL_MEGABYTES);
    }

    private static double resident(long pid) throws IOException {
        List<String> status = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"));
        return status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the system does not tell the memory of " + pid));
    }
}
