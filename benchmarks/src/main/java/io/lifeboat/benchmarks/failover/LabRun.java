package io.lifeboat.benchmarks.failover;

import io.lifeboat.benchmarks.process.Scratch;
import io.lifeboat.cli.lab.LabLayout;
import io.lifeboat.cli.lab.LabProcess;
import io.lifeboat.cli.lab.LabService;
import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.cli.lab.LabStarter;
import io.lifeboat.cli.lab.QdrantChoice;
import io.lifeboat.cli.lab.RunningLab;
import io.lifeboat.cli.log.LiveLog;
import io.lifeboat.cli.log.LogState;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.id.Service;
import io.lifeboat.lab.process.Signal;
import io.lifeboat.saga.kafka.KafkaSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A whole lab, as {@code lifeboat lab up} starts it, for one failover. */
final class LabRun implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(150);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(3);
    private static final Duration WINDOW = Duration.ofSeconds(3);
    /** Windows to wait for rest; a machine that others load may never come to it. */
    private static final int MOST_WINDOWS = 20;

    private static final List<Service> OWNERS =
            List.of(Service.DETECTOR, Service.FAILOVER, Service.VERIFIER, Service.NOTIFIER);
    /** Two of three vantages, each of two nodes and an application. */
    private static final int REPORTS = 6;

    private final Scratch scratch;
    private final RunningLab lab;
    private final Story story = new Story();
    private final FirstGoodAnswer edge;
    private final LiveLog log;
    private final HttpClient http = HttpClient.newHttpClient();

    /** What a fault led to: milliseconds to each moment. */
    record Outcome(Map<Story.Moment, Double> times) {
        double answered() {
            return times.get(Story.Moment.ANSWERED);
        }
    }

    private LabRun(Scratch scratch, RunningLab lab) {
        this.scratch = scratch;
        this.lab = lab;
        this.edge = new FirstGoodAnswer(lab.info().ports().edge());
        this.log = LiveLog.open(KafkaSettings.lab(lab.info().ports().bootstrap()), story::see);
    }

    /**
     * Returns once all is well and known to be: everything runs, each vantage says UP, the baseline has been taken, and the
     * start is over, which services have behind them for days when they are needed.
     */
    static LabRun start(Path root, QdrantChoice qdrant) throws IOException, InterruptedException {
        Scratch scratch = Scratch.create();
        RunningLab lab = new LabStarter(root)
                .start(new LabStarter.Options(new LabLayout(scratch.resolve("lab")), qdrant, true, Set.of()));
        try {
            await("all processes are ready", () -> isReady(lab));
            LabRun run = new LabRun(scratch, lab);
            run.awaitSettled();
            run.awaitRest();
            return run;
        } catch (RuntimeException | InterruptedException e) {
            lab.end();
            scratch.close();
            throw e;
        }
    }

    private static boolean isReady(RunningLab lab) {
        try {
            List<LabProcess> processes = lab.processes();
            return !processes.isEmpty() && processes.stream().allMatch(LabProcess::isReady);
        } catch (IOException e) {
            return false; // the supervisor is busy: asked again
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void awaitSettled() throws InterruptedException {
        try {
            await("the services know what is normal", this::isSettled);
        } catch (IllegalStateException e) {
            log.close();
            edge.close();
            throw new IllegalStateException(e.getMessage() + "; the log lacks " + missing(), e);
        }
    }

    /** In windows, as what is asked is how much of the processor is used in a time. */
    private void awaitRest() throws IOException, InterruptedException {
        Calm calm = new Calm();
        Duration used = used();
        for (int i = 0; i < MOST_WINDOWS; i++) {
            TimeUnit.NANOSECONDS.sleep(WINDOW.toNanos());
            Duration now = used();
            if (calm.after(now.minus(used))) {
                return;
            }
            used = now;
        }
    }

    /** Processor time of all processes since their start. */
    private Duration used() throws IOException, InterruptedException {
        return lab.processes().stream()
                .flatMapToLong(process -> process.pid().stream())
                .mapToObj(ProcessHandle::of)
                .flatMap(Optional::stream)
                .flatMap(handle -> handle.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private boolean isSettled() {
        return missing().isEmpty();
    }

    /** What the log does not say yet. */
    private List<String> missing() {
        LogState state = log.state();
        Workspace workspace = state.workspace(LabShape.WORKSPACE).orElse(null);
        if (workspace == null) {
            return List.of("anything of the workspace");
        }
        List<String> missing = new ArrayList<>();
        require(missing, LabShape.BLUE.equals(workspace.active()), "that blue is active");
        require(missing, workspace.baseline() != null, "a baseline");
        require(missing, workspace.lockHolder().isEmpty(), "that no incident is recovering");
        OWNERS.forEach(service ->
                require(missing, state.owner(LabShape.WORKSPACE, service).isPresent(), "an owner: " + service));
        long up = state.reports().values().stream()
                .filter(report -> report.state() == TargetState.UP)
                .count();
        require(missing, up >= REPORTS, "UP of all: %d of %d".formatted(up, REPORTS));
        LabShape.SERVICES.forEach(
                service -> require(missing, hasRehearsed(service), "a rehearsal of " + service.name()));
        return missing;
    }

    /** Services run for days before they are needed: what is measured is not their start. */
    private boolean hasRehearsed(LabService service) {
        URI metrics = URI.create(
                "http://127.0.0.1:%d/q/metrics".formatted(lab.info().ports().service(service)));
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(metrics).timeout(ANSWER_LIMIT).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains("\nlifeboat_rehearsed 1.0\n");
        } catch (IOException e) {
            return false; // asked again
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void require(List<String> missing, boolean there, String what) {
        if (!there) {
            missing.add(what);
        }
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the lab did not get so far that " + what + " within " + LIMIT);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** SIGKILL of the active Qdrant, then what follows. */
    Outcome kill() throws IOException, InterruptedException {
        ProcessHandle active = active();
        Instant fault = Instant.now();
        long began = System.nanoTime();
        active.destroyForcibly();
        return outcome(fault, began);
    }

    /** SIGSTOP for good, then what follows. */
    Outcome stall() throws IOException, InterruptedException {
        ProcessHandle active = active();
        Instant fault = Instant.now();
        long began = System.nanoTime();
        Signal.STOP.send(active);
        return outcome(fault, began);
    }

    private Outcome outcome(Instant fault, long began) throws InterruptedException {
        double answered = edge.since(began) / 1e6;
        await("the switch is in the log", story::hasSwitched);
        Map<Story.Moment, Double> times = story.since(fault);
        times.put(Story.Moment.ANSWERED, answered);
        return new Outcome(times);
    }

    /** SIGSTOP of the active Qdrant, SIGCONT after a while; a good answer came through the edge since. */
    void pause(Duration length) throws IOException, InterruptedException {
        ProcessHandle active = active();
        Signal.STOP.send(active);
        TimeUnit.NANOSECONDS.sleep(length.toNanos());
        Signal.CONT.send(active);
        edge.since(System.nanoTime());
    }

    /** Incidents that were opened since the start. */
    int incidents() {
        return story.incidents();
    }

    private ProcessHandle active() throws IOException, InterruptedException {
        String name = LabShape.qdrant(LabShape.BLUE);
        long pid = lab.processes().stream()
                .filter(process -> process.name().equals(name))
                .flatMapToLong(process -> process.pid().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " does not run"));
        return ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException(name + " has ended"));
    }

    @Override
    public void close() throws IOException {
        http.shutdownNow();
        log.close();
        edge.close();
        try {
            lab.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lab.close();
        scratch.close();
    }
}
