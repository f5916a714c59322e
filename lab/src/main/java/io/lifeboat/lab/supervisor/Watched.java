package io.lifeboat.lab.supervisor;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Future;

/** A process that is kept as it is wanted: up, down or fenced. Confined to the control thread. */
final class Watched {

    private final ProcessSpec spec;
    private final Control control;
    private final Spawner spawner;
    private final BoundedLog log;
    private final ReadinessWatch readiness;
    private final Runnable onReady;
    private final Backoff backoff = new Backoff();

    private Optional<Run> run = Optional.empty();
    private State idle;
    private Instant idleSince = Instant.now();
    private OptionalInt exit = OptionalInt.empty();
    private int restarts;
    private boolean ending;

    Watched(
            ProcessSpec spec,
            boolean fenced,
            Control control,
            Spawner spawner,
            BoundedLog log,
            ReadinessWatch readiness,
            Runnable onReady) {
        this.spec = spec;
        this.idle = fenced ? State.FENCED : State.WAITING;
        this.control = control;
        this.spawner = spawner;
        this.log = log;
        this.readiness = readiness;
        this.onReady = onReady;
    }

    ProcessSpec spec() {
        return spec;
    }

    Optional<Run> run() {
        return run;
    }

    State state() {
        return run.map(alive -> alive.paused() ? State.PAUSED : alive.ready() ? State.READY : State.STARTING)
                .orElse(idle);
    }

    /** Brings it up, unless it is up already. */
    void start() {
        if (idle == State.FENCED) {
            throw new Conflict(spec.name() + " is fenced: unfence it first");
        }
        if (run.isEmpty()) {
            backoff.reset();
            launch();
        }
    }

    /** Wants it down; the caller ends its run. */
    Optional<Run> wantDown() {
        if (idle != State.FENCED) {
            becomeIdle(State.STOPPED);
        }
        return run;
    }

    /** Wants it dead until {@link #unfence}; the caller kills its run and waits for the death. */
    Optional<Run> wantFenced() {
        becomeIdle(State.FENCED);
        run.ifPresent(Run::kill);
        return run;
    }

    void unfence() {
        if (idle == State.FENCED) {
            becomeIdle(State.STOPPED);
        }
    }

    /** Nothing is started any more. */
    Optional<Run> end() {
        ending = true;
        return run;
    }

    private void launch() {
        if (ending) {
            return;
        }
        becomeIdle(State.RESTARTING);
        try {
            Run started = new Run(spawner.spawn(spec));
            run = Optional.of(started);
            started.follow(log, line -> readiness.line(spec, line, () -> ready(started)));
            readiness.watch(spec, started, () -> ready(started));
            Future<?> unused = started.process().onExit().thenAccept(process -> control.run(() -> sawDeath(started)));
            control.after(spec.readyWithin(), () -> overdue(started));
        } catch (IOException e) {
            note("could not be started: " + e.getMessage());
            restartOrGiveUp(Duration.ZERO);
        }
    }

    private void ready(Run started) {
        control.run(() -> {
            if (run.filter(current -> current == started).isPresent() && !started.ready()) {
                started.markReady();
                onReady.run();
            }
        });
    }

    private void overdue(Run started) {
        if (run.filter(current -> current == started).isPresent() && !started.ready() && !started.paused()) {
            note("was not ready within " + spec.readyWithin() + ": killed");
            started.kill();
        }
    }

    /** A run has died; told more than once, it counts once. */
    void sawDeath(Run ended) {
        if (run.filter(current -> current == ended).isEmpty()) {
            return;
        }
        int status = ended.process().exitValue();
        run = Optional.empty();
        exit = OptionalInt.of(status);
        note("pid " + ended.process().pid() + " ended with " + status);
        if (idle == State.RESTARTING) {
            restartOrGiveUp(ended.age());
        }
        idleSince = Instant.now();
    }

    private void restartOrGiveUp(Duration lastRun) {
        if (!spec.restart() || ending) {
            becomeIdle(State.EXITED);
            return;
        }
        restarts++;
        control.after(backoff.next(lastRun), () -> {
            if (run.isEmpty() && idle == State.RESTARTING) {
                launch();
            }
        });
    }

    private void becomeIdle(State next) {
        idle = next;
        idleSince = Instant.now();
    }

    /** The supervisor's own remarks stand in the process's log, where one looks first. */
    private void note(String remark) {
        try {
            log.line("[supervisor " + Instant.now() + "] " + spec.name() + " " + remark);
        } catch (IOException e) {
            System.getLogger(Watched.class.getName())
                    .log(System.Logger.Level.WARNING, spec.name() + " " + remark + "; its log cannot be written", e);
        }
    }

    Map<String, Object> describe() {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("name", spec.name());
        description.put("state", state().name());
        run.ifPresent(alive -> description.put("pid", alive.process().pid()));
        description.put("restarts", restarts);
        description.put("since", run.map(Run::since).orElse(idleSince).toString());
        exit.ifPresent(status -> description.put("lastExit", status));
        run.flatMap(Run::readyLine).ifPresent(line -> description.put("ready", line));
        return description;
    }
}
