package io.lifeboat.benchmarks.probes;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.benchmarks.Benchmark;
import io.lifeboat.benchmarks.Result;
import io.lifeboat.benchmarks.Table;
import io.lifeboat.benchmarks.process.Scratch;
import io.lifeboat.lab.process.JavaCommand;
import io.lifeboat.lab.process.JavaProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** B4. The processor time of a process that watches a thousand targets, with the flags that the lab gives a detector. */
@Command(
        name = "probes",
        mixinStandardHelpOptions = true,
        description = "Processor time to watch targets every 5 s, half HTTP, half collections.")
public final class ProbesBenchmark extends Benchmark {
    private static final double GOAL_CORES = 0.05;
    private static final double PERIOD_SECONDS = 5;
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    @Option(names = "--targets", description = "How many (${DEFAULT-VALUE}).")
    private int targets = 1000;

    @Option(names = "--warmup", description = "Seconds before it counts (${DEFAULT-VALUE}).")
    private int warmup = 30;

    @Option(names = "--seconds", description = "Seconds that count (${DEFAULT-VALUE}).")
    private int seconds = 40;

    /** Processor time and answered requests, up to some moment. */
    private record Reading(long nanos, Duration cpu, long answered) {}

    @Override
    protected Result measure(PrintWriter out) throws Exception {
        requirePositive("--targets", targets);
        requirePositive("--seconds", seconds);
        try (Scratch scratch = Scratch.create();
                JavaProcess server = start(TargetServer.class, "--targets", Integer.toString(targets));
                JavaProcess side =
                        start(ProbeSide.class, "--ports", ports(server, scratch).toString());
                HttpClient client = HttpClient.newHttpClient()) {
            TimeUnit.SECONDS.sleep(warmup);
            Reading before = reading(side, server, client);
            TimeUnit.SECONDS.sleep(seconds);
            return report(out, before, reading(side, server, client));
        }
    }

    private static JavaProcess start(Class<?> main, String option, String value)
            throws IOException, InterruptedException {
        return JavaProcess.start(JavaCommand.of(main, option, value, "--lifeline"), READY_WITHIN);
    }

    private static List<String> ports(JavaProcess server) {
        return StreamSupport.stream(server.ready().path("ports").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Path ports(JavaProcess server, Scratch scratch) throws IOException {
        return Files.write(scratch.resolve("ports"), ports(server));
    }

    private static Reading reading(JavaProcess side, JavaProcess server, HttpClient client)
            throws IOException, InterruptedException {
        URI count = URI.create("http://127.0.0.1:" + ports(server).get(0) + "/count");
        HttpRequest request =
                HttpRequest.newBuilder(count).timeout(ANSWER_WITHIN).build();
        long answered = Long.parseLong(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        Duration cpu = side.handle()
                .info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("this system does not tell a process's processor time"));
        return new Reading(System.nanoTime(), cpu, answered);
    }

    private Result report(PrintWriter out, Reading before, Reading after) {
        double elapsed = (after.nanos() - before.nanos()) / 1e9;
        double cores = after.cpu().minus(before.cpu()).toNanos() / 1e9 / elapsed;
        double rate = (after.answered() - before.answered()) / elapsed;
        double least = 0.9 * targets / PERIOD_SECONDS;
        if (rate < least) {
            throw new IllegalStateException(
                    "%.0f requests a second were answered, expected at least %.0f".formatted(rate, least));
        }
        new Table("watched for " + Math.round(elapsed) + " s", "")
                .row("targets", Integer.toString(targets))
                .row("requests/s", String.format(Locale.ROOT, "%.0f", rate))
                .row("cores", String.format(Locale.ROOT, "%.4f", cores))
                .row("microseconds of a core a request", String.format(Locale.ROOT, "%.0f", cores * 1e6 / rate))
                .print(out);
        return Result.alone("probes", "cores", cores, GOAL_CORES);
    }
}
