package io.lifeboat.detector.probe.schedule;

import io.lifeboat.detector.probe.Deadline;
import io.lifeboat.detector.probe.Probe;
import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.ProbeTarget;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Runs each probe of each target in jittered periods: never two runs of one probe on one target at a time, never more
 * than a bounded number in all; an alarm runs a target's probes at once.
 *
 * <p>It also notices its own sleep. If the process was stopped or starved, answers may have come that nobody read: then
 * silence proves nothing, and what was under way is asked again instead of believed.
 *
 * <p>Not thread-safe: all calls come from one event loop, {@link #tick} at least every {@link #TICK}.
 */
public final class ProbeScheduler {
    /** How often {@link #tick} is to be called, and how coarse all times are. */
    public static final Duration TICK = Duration.ofMillis(20);

    /** A tick that comes this much late means that the process slept. */
    static final Duration SLEEP = Duration.ofMillis(400);

    /** A pause of this length is in no hurry. */
    private static final Duration CALM = Duration.ofSeconds(1);

    private static final Duration BATCH = Duration.ofMillis(100);

    /** A run is given up after that many requests' time. */
    private static final int REQUESTS = 8;

    private static final int SLOTS = 512;

    /** Told of each result that was taken in. */
    @FunctionalInterface
    public interface Listener {
        void learnt(Observed observed);
    }

    private final Clock clock;
    private final RandomGenerator random;
    private final int mostRunning;
    private final Listener listener;
    private final TimerWheel<Timer> wheel;
    private final Deque<Watch> waiting = new ArrayDeque<>();
    private final List<Watch> watches = new ArrayList<>();
    private int running;
    private long lastTick;
    private int wakings;

    /** @param mostRunning runs under way at a time; more have to wait */
    public ProbeScheduler(Clock clock, RandomGenerator random, int mostRunning, Listener listener) {
        if (mostRunning < 1) {
            throw new IllegalArgumentException("mostRunning: expected at least 1, got " + mostRunning);
        }
        this.clock = clock;
        this.random = random;
        this.mostRunning = mostRunning;
        this.listener = listener;
        this.lastTick = clock.nanos();
        this.wheel = new TimerWheel<>(TICK, SLOTS, lastTick);
    }

    /** Watches a target by those of the probes that suit it, from some moment of the first period on. */
    public void add(ProbeTarget target, List<Probe> probes) {
        List<Watch> ofTarget = probes.stream()
                .filter(probe -> probe.suits(target))
                .map(probe -> new Watch(target, probe, clock.now()))
                .toList();
        watches.addAll(ofTarget);
        for (Watch watch : ofTarget) {
            watch.probe().watch(target, seen -> alarm(watch, ofTarget, seen));
            later(watch, watch.firstPause(random));
        }
    }

    /** Lets all targets go. Results that still come are not taken in. */
    public void close() {
        watches.forEach(watch -> {
            watch.remove();
            watch.probe().forget(watch.target());
        });
        watches.clear();
        waiting.clear();
    }

    /** Starts what is due. */
    public void tick() {
        long now = clock.nanos();
        if (now - lastTick > TICK.plus(SLEEP).toNanos()) {
            wakings++;
        }
        lastTick = now;
        wheel.advance(now).stream().filter(Timer::counts).map(Timer::watch).forEach(this::enqueue);
        drain();
    }

    private void alarm(Watch rung, List<Watch> ofTarget, ProbeResult seen) {
        if (rung.removed()) {
            return;
        }
        learn(rung, seen);
        for (Watch watch : ofTarget) {
            if (watch.claimQueue()) {
                waiting.addFirst(watch);
            }
        }
        drain();
    }

    private void enqueue(Watch watch) {
        if (watch.claimQueue()) {
            waiting.addLast(watch);
        }
    }

    private void drain() {
        while (running < mostRunning && !waiting.isEmpty()) {
            start(waiting.pollFirst());
        }
    }

    private void start(Watch watch) {
        watch.started();
        running++;
        int began = wakings;
        long asked = clock.nanos();
        Duration request = watch.timeout();
        Deadline deadline =
                new Deadline(request, asked + request.multipliedBy(REQUESTS).toNanos(), clock::nanos);
        run(watch, deadline).onComplete(ended -> ended(watch, ended, began, asked));
    }

    private static Future<ProbeResult> run(Watch watch, Deadline deadline) {
        try {
            return watch.probe().run(watch.target(), deadline);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private void ended(Watch watch, AsyncResult<ProbeResult> ended, int began, long asked) {
        running--;
        boolean again = watch.ended();
        if (!watch.removed()) {
            ProbeResult result = ended.succeeded() ? ended.result() : broken(watch, ended.cause(), asked);
            boolean slept = began != wakings
                    || clock.nanos() - lastTick > TICK.plus(SLEEP).toNanos();
            next(watch, result, slept, again);
        }
        drain();
    }

    private void next(Watch watch, ProbeResult result, boolean slept, boolean again) {
        if (!slept) {
            learn(watch, result);
        }
        if (again) {
            enqueue(watch);
        } else {
            later(watch, slept ? Watch.SOON : watch.pause(result, random));
        }
    }

    /** A probe's own failure says nothing about its target, but must not end the watching. */
    private ProbeResult broken(Watch watch, Throwable cause, long asked) {
        return ProbeResult.unknown(
                "probe %s failed: %s".formatted(watch.probe().name(), cause), Duration.ofNanos(clock.nanos() - asked));
    }

    private void learn(Watch watch, ProbeResult result) {
        watch.learn(result, clock.now());
        listener.learnt(new Observed(
                watch.target(), watch.probe().name(), result, watch.tracker().opinion()));
    }

    private void later(Watch watch, Duration pause) {
        long due = clock.nanos() + pause.toNanos();
        boolean calm = pause.compareTo(CALM) >= 0;
        wheel.schedule(new Timer(watch, watch.setTimer()), calm ? together(due) : due);
    }

    /** Looks that are in no hurry are begun in batches: a thousand targets then cost ten awakenings a second. */
    private static long together(long due) {
        return Math.ceilDiv(due, BATCH.toNanos()) * BATCH.toNanos();
    }

    private record Timer(Watch watch, long number) {
        boolean counts() {
            return watch.awaits(number);
        }
    }
}
