package io.lifeboat.detector.probe.vantage;

import io.lifeboat.detector.probe.Probe;
import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.detector.probe.schedule.Clock;
import io.lifeboat.detector.probe.schedule.Observed;
import io.lifeboat.detector.probe.schedule.ProbeScheduler;
import io.lifeboat.detector.probe.track.Opinion;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.TargetId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * One detector instance as a place to look from: it probes its targets, publishes what has changed, beats once a second,
 * and abstains while it cannot reach its own control targets. All calls come from one event loop.
 */
public final class Vantage {
    private final ProbeScheduler scheduler;
    private final HealthBook book;
    private final Outbox outbox;
    private final Beat beat;
    private final Clock clock;
    private Abstention abstention;

    /**
     * @param loop runs what comes from elsewhere on the event loop that makes all other calls
     * @param random of the jitter
     */
    public Vantage(
            Watchlist list,
            ProcessId process,
            List<Probe> probes,
            HealthPublisher publisher,
            Executor loop,
            Clock clock,
            RandomGenerator random) {
        this.clock = clock;
        this.book = new HealthBook(list.vantage(), process);
        this.outbox = new Outbox(publisher, loop, clock::nanos);
        this.beat = new Beat(list.vantage(), process, publisher, loop);
        this.abstention = Abstention.begin(ids(list.controls()), list.controlsNeeded());
        this.scheduler = new ProbeScheduler(clock, random, list.mostRunning(), this::learnt);
        list.controls().forEach(control -> scheduler.add(control, probes));
        list.targets().forEach(target -> add(target, probes));
    }

    /** To be called every {@link ProbeScheduler#TICK}. */
    public void tick() {
        scheduler.tick();
        outbox.retry();
    }

    /** To be called every second. */
    public void beat() {
        beat.say(abstention.reason());
    }

    /** Takes in an opinion that no probe of the schedule has formed, as that of an alert. */
    public void hear(TargetKey key, String source, Opinion opinion) {
        book.learn(key, source, opinion).ifPresent(outbox::put);
    }

    /** Why its votes should not count now, if so. */
    public Optional<String> abstains() {
        return abstention.reason();
    }

    /** How many targets have a report that the broker has not acknowledged. */
    public int unacknowledged() {
        return outbox.waiting();
    }

    /** Ends the probing and takes the beat back; completes once that is acknowledged. */
    public CompletionStage<Void> leave() {
        scheduler.close();
        return beat.leave(abstention.reason());
    }

    private void add(ProbeTarget.OfWorkspace target, List<Probe> probes) {
        probes.stream()
                .filter(probe -> probe.suits(target))
                .forEach(probe -> book.expect(key(target), probe.name(), Opinion.none(clock.now())));
        scheduler.add(target, probes);
    }

    private void learnt(Observed observed) {
        switch (observed.target()) {
            case ProbeTarget.Control control -> heard(control, observed);
            case ProbeTarget.OfWorkspace target -> hear(key(target), observed.probe(), observed.opinion());
        }
    }

    /** A change of mind about oneself is said at once: votes are counted by it. */
    private void heard(ProbeTarget.Control control, Observed observed) {
        boolean abstained = abstention.reason().isPresent();
        abstention = abstention.after(control.id(), observed.result());
        if (abstained != abstention.reason().isPresent()) {
            beat();
        }
    }

    private static TargetKey key(ProbeTarget.OfWorkspace target) {
        return new TargetKey(target.workspace(), target.id());
    }

    private static Set<TargetId> ids(List<ProbeTarget.Control> controls) {
        return controls.stream().map(ProbeTarget.Control::id).collect(Collectors.toSet());
    }
}
