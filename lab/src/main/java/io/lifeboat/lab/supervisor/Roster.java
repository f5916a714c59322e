package io.lifeboat.lab.supervisor;

import io.lifeboat.lab.process.Signal;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All watched processes, and what one can do to each. Thread-safe: it hands over to the control thread. */
final class Roster implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Roster.class.getName());
    private static final long LOG_LIMIT_BYTES = 8L << 20;
    private static final Duration DEATH_LIMIT = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Control control = new Control();
    private final ReadinessWatch readiness = new ReadinessWatch();
    private final Map<String, Watched> processes = new LinkedHashMap<>();
    private final Map<String, BoundedLog> logs = new LinkedHashMap<>();
    private final Fences fences;

    private Roster(Fences fences) {
        this.fences = fences;
    }

    /** Starts the processes, each once those it depends on are ready; returns at once. */
    static Roster start(List<ProcessSpec> specs, Path directory) throws IOException {
        Roster roster = new Roster(Fences.open(directory));
        Spawner spawner = new Spawner();
        for (ProcessSpec spec : specs) {
            Path path = spec.log().orElse(directory.resolve("logs").resolve(spec.name() + ".log"));
            BoundedLog log = new BoundedLog(path, LOG_LIMIT_BYTES);
            roster.logs.put(spec.name(), log);
            boolean fenced = roster.fences.has(spec.name());
            roster.processes.put(
                    spec.name(),
                    new Watched(spec, fenced, roster.control, spawner, log, roster.readiness, roster::startWaiting));
        }
        roster.control.run(roster::startWaiting);
        return roster;
    }

    private void startWaiting() {
        for (Watched process : processes.values()) {
            boolean due = process.state() == State.WAITING
                    && process.spec().dependsOn().stream().allMatch(this::isUp);
            if (due) {
                process.start();
            }
        }
    }

    private boolean isUp(String name) {
        State state = processes.get(name).state();
        return state == State.READY || state == State.PAUSED;
    }

    List<Map<String, Object>> describe() throws IOException, InterruptedException {
        return control.call(
                () -> processes.values().stream().map(Watched::describe).toList());
    }

    boolean has(String name) {
        return processes.containsKey(name);
    }

    /** SIGKILL; it is started again unless it is not to be. Returns when that life has ended. */
    Map<String, Object> kill(String name) throws IOException, InterruptedException {
        Run run = running(name);
        run.kill();
        awaitDeath(name, run);
        return describe(name);
    }

    Map<String, Object> pause(String name) throws IOException, InterruptedException {
        Run run = running(name);
        Signal.STOP.send(run.process().toHandle());
        control.run(() -> run.markPaused(true));
        return describe(name);
    }

    Map<String, Object> resume(String name) throws IOException, InterruptedException {
        Run run = running(name);
        Signal.CONT.send(run.process().toHandle());
        control.run(() -> run.markPaused(false));
        return describe(name);
    }

    Map<String, Object> start(String name) throws IOException, InterruptedException {
        control.call(() -> {
            processes.get(name).start();
            return true;
        });
        return describe(name);
    }

    /** SIGTERM, and SIGKILL if it has not ended soon. Returns when it is dead. */
    Map<String, Object> stop(String name) throws IOException, InterruptedException {
        Optional<Run> run = control.call(() -> processes.get(name).wantDown());
        if (run.isPresent()) {
            endGently(name, run.get());
        }
        return describe(name);
    }

    Map<String, Object> restart(String name) throws IOException, InterruptedException {
        stop(name);
        return start(name);
    }

    /** Kills it for good: noted on disk first, answered once it is proven dead. Done again, it proves the same again. */
    Map<String, Object> fence(String name) throws IOException, InterruptedException {
        fences.add(name);
        Optional<Run> run = control.call(() -> processes.get(name).wantFenced());
        if (run.isPresent()) {
            awaitDeath(name, run.get());
        }
        return describe(name);
    }

    /** May be started again; it stays down until told. */
    Map<String, Object> unfence(String name) throws IOException, InterruptedException {
        fences.remove(name);
        control.call(() -> {
            processes.get(name).unfence();
            return true;
        });
        return describe(name);
    }

    private Run running(String name) throws IOException, InterruptedException {
        return control.call(() -> processes.get(name).run()).orElseThrow(() -> new Conflict(name + " does not run"));
    }

    /** Read after the control thread has learned of the death that was waited for. */
    private Map<String, Object> describe(String name) throws IOException, InterruptedException {
        return control.call(() -> processes.get(name).describe());
    }

    private void endGently(String name, Run run) throws IOException, InterruptedException {
        run.terminate();
        if (!run.awaitDeath(GRACE)) {
            run.kill();
        }
        awaitDeath(name, run);
    }

    private void awaitDeath(String name, Run run) throws IOException, InterruptedException {
        if (!run.awaitDeath(DEATH_LIMIT)) {
            throw new IOException(name + ", pid " + run.process().pid() + ", is not dead after " + DEATH_LIMIT);
        }
        control.call(() -> {
            processes.get(name).sawDeath(run);
            return true;
        });
    }

    /** Ends all processes: asked first, then killed. */
    @Override
    public void close() {
        try {
            List<Run> runs = control.call(() -> processes.values().stream()
                    .map(Watched::end)
                    .flatMap(Optional::stream)
                    .toList());
            endAll(runs);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "not all processes are known to be dead", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        control.close();
        readiness.close();
        logs.values().forEach(Roster::close);
    }

    private static void endAll(List<Run> runs) throws InterruptedException {
        runs.forEach(Run::terminate);
        long deadline = System.nanoTime() + GRACE.toNanos();
        for (Run run : runs) {
            if (!run.awaitDeath(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
                run.kill();
            }
        }
        for (Run run : runs) {
            run.awaitDeath(DEATH_LIMIT);
        }
    }

    private static void close(BoundedLog log) {
        try {
            log.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "log not closed", e);
        }
    }
}
