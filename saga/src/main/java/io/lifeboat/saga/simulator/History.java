package io.lifeboat.saga.simulator;

import io.lifeboat.events.fold.Guard;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.Partition;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.serde.Json;
import io.lifeboat.events.topic.Topics;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run: a hostile time, then a kind one in which everything must come to its end. */
final class History {
    private static final long HOSTILE_MILLIS = 8_000;
    private static final long KIND_MILLIS = 60_000;

    private final World world;
    private final SimPerson person;

    private History(long seed, @Nullable Guard without, boolean tracing) {
        world = new World(seed, without, tracing);
        person = new SimPerson(world);
    }

    /** What a run showed. */
    record Outcome(
            List<String> violations, Map<Fault, Integer> faults, Map<Guard, Integer> fired, List<String> trace) {}

    static Outcome run(long seed, @Nullable Guard without, boolean tracing) {
        History history = new History(seed, without, tracing);
        history.play();
        World world = history.world;
        return new Outcome(world.judge().violations(), world.faults(), world.fired(), world.trace());
    }

    private void play() {
        start();
        scheduleTrouble();
        runUntil(HOSTILE_MILLIS);
        if (world.judge().violations().isEmpty()) {
            healAndFinish();
        }
        world.processes().forEach(SimProcess::kill);
    }

    private void start() {
        world.start(Service.DETECTOR, "detector-1", null);
        world.start(Service.DETECTOR, "detector-2", null);
        world.start(Service.FAILOVER, "failover-1", null);
        world.start(Service.FAILOVER, "failover-2", null);
        world.start(Service.VERIFIER, "verifier-1", null);
    }

    private void runUntil(long millis) {
        while (world.judge().violations().isEmpty() && world.time().step(millis)) {
            // each step is one event of the world
        }
    }

    // ---- trouble

    private void scheduleTrouble() {
        VirtualTime time = world.time();
        scheduleCauses(time);
        for (int i = time.random().nextInt(5); i > 0; i--) {
            at(time, 700, HOSTILE_MILLIS, this::killSomebody);
        }
        for (int i = time.random().nextInt(5); i > 0; i--) {
            at(time, 700, HOSTILE_MILLIS, this::pauseSomebody);
        }
        for (int i = time.random().nextInt(12); i > 0; i--) {
            at(time, 500, HOSTILE_MILLIS, person::meddle);
        }
        if (time.chance(0.1)) {
            at(time, 700, HOSTILE_MILLIS, this::meddleWithTarget);
        }
        if (time.chance(0.2)) {
            at(
                    time,
                    1_000,
                    HOSTILE_MILLIS - 1_000,
                    () -> world.truncate(1 + time.random().nextInt(6)));
        }
    }

    private void scheduleCauses(VirtualTime time) {
        int count = 1 + time.random().nextInt(4);
        for (int i = 0; i < count; i++) {
            long from = 700L + time.random().nextInt(5_000);
            long lasts = 300L + time.random().nextInt(4_000);
            String site = time.random().nextInt(3) > 0 ? "a" : "b";
            boolean minor = time.random().nextInt(4) == 0;
            world.causes().add(new Cause(i, time.random().nextInt(World.WORKSPACES), site, minor, from, from + lasts));
        }
        if (time.chance(0.4)) {
            world.count(Fault.FLAPPING);
            long from = 1_000L + time.random().nextInt(2_000);
            world.causes().add(new Cause(10, 0, "a", false, from, from + 1_500));
            world.causes().add(new Cause(11, 0, "b", false, from + 1_000, from + 3_500));
            world.causes().add(new Cause(12, 1, "a", false, from + 50, from + 2_000));
        }
    }

    private static void at(VirtualTime time, long from, long until, Runnable what) {
        time.after(time.between(from * 1000, until * 1000), what);
    }

    private SimProcess anybody() {
        List<SimProcess> all = world.processes();
        return all.get(world.time().random().nextInt(all.size()));
    }

    private void killSomebody() {
        SimProcess victim = anybody();
        world.count(Fault.CRASH);
        world.trace("%s is killed", victim.self().instance());
        victim.kill();
        world.time().after(world.time().between(50_000, 1_500_000), () -> restart(victim));
    }

    private void restart(SimProcess dead) {
        if (world.processes().contains(dead)) {
            world.count(Fault.RESTART);
            world.start(dead.service(), dead.self().instance(), dead);
        }
    }

    private void pauseSomebody() {
        world.count(Fault.PAUSE);
        world.pause(anybody());
    }

    /** Somebody else has written to the target, with an epoch that the log does not know. */
    private void meddleWithTarget() {
        world.count(Fault.FOREIGN_EPOCH);
        world.target(world.time().random().nextInt(World.WORKSPACES)).foreignWrite();
    }

    // ---- the end

    private void healAndFinish() {
        world.heal();
        world.trace("the world becomes kind");
        List.copyOf(world.processes()).stream().filter(p -> !p.isAlive()).forEach(this::restart);
        List.copyOf(world.processes()).forEach(SimProcess::wake);
        if (world.isTruncated()) {
            world.time().after(Duration.ofSeconds(3), person::confirmLostTail);
        }
        long end = HOSTILE_MILLIS + KIND_MILLIS;
        for (long at = HOSTILE_MILLIS + 4_000;
                at < end && world.judge().violations().isEmpty();
                at += 500) {
            runUntil(at);
            if (at > HOSTILE_MILLIS + 6_000 && isQuiet()) {
                break;
            }
            person.cleanUp();
        }
        if (world.judge().violations().isEmpty()) {
            judgeEnd();
        }
    }

    private boolean isQuiet() {
        for (int i = 0; i < World.WORKSPACES; i++) {
            if (world.workspace(i).open().findAny().isPresent()) {
                return false;
            }
        }
        return world.processes().stream().allMatch(p -> p.participant().isSettled());
    }

    private void judgeEnd() {
        for (int i = 0; i < World.WORKSPACES; i++) {
            Workspace workspace = world.workspace(i);
            workspace
                    .open()
                    .filter(incident -> incident.stage() != Stage.CLOSED)
                    .forEach(this::stuck);
            String target = world.target(i).stored().value();
            String active =
                    workspace.active() == null ? "nothing" : workspace.active().value();
            if (!active.equals(target) && !world.isTruncated()) { // what a lost tail said, nobody can know
                world.judge()
                        .violated(
                                "MISMATCH", "the log says %s is active, the target of w%d says %s", active, i, target);
            }
        }
        compareFolds();
    }

    private void stuck(Incident incident) {
        StringBuilder steps = new StringBuilder();
        incident.plan()
                .steps()
                .forEach(step -> steps.append(' ')
                        .append(step.id())
                        .append('=')
                        .append(incident.status(step.id()).state().getClass().getSimpleName()));
        world.judge()
                .violated(
                        "STUCK",
                        "%s is still %s although everybody is well:%s",
                        incident.id(),
                        incident.stage(),
                        steps);
    }

    /** Replaying the log gives the live state, byte for byte, in every process. */
    private void compareFolds() {
        Partition fresh = Partition.empty(0, world.truth().guards());
        for (SimLog.Stored stored : world.log().log(new SimLog.Place(Topics.INCIDENTS, 0))) {
            fresh = fresh.apply(stored.record());
        }
        byte[] expected = Json.bytes(fresh);
        for (SimProcess process : world.processes()) {
            Partition folded = process.participant().partition(0);
            if (folded.next() == fresh.next() && !Arrays.equals(expected, Json.bytes(folded))) {
                world.judge()
                        .violated(
                                "DIVERGED",
                                "%s has folded another state",
                                process.self().instance());
            }
        }
    }
}
