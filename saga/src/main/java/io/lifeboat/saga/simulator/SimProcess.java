package io.lifeboat.saga.simulator;

import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.EventId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.serde.Envelope;
import io.lifeboat.events.topic.Topics;
import io.lifeboat.saga.core.Participant;
import io.lifeboat.saga.core.Ports;
import io.lifeboat.saga.core.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** A process of a service in the simulated world: it can be paused and killed at any moment. Not thread-safe. */
final class SimProcess implements Ports {
    private final World world;
    private final Settings self;
    private final Duration skew;
    private final Map<SimLog.Place, Integer> positions = new HashMap<>();
    private final Map<SimLog.Place, Integer> generations = new HashMap<>();
    private final List<Coroutine> coroutines = new ArrayList<>();
    private final List<Runnable> whilePaused = new ArrayList<>();
    private Participant participant;
    private boolean alive = true;
    private boolean paused;
    private boolean reading;
    private boolean fetching;

    SimProcess(World world, Settings self, Duration skew) {
        this.world = world;
        this.self = self;
        this.skew = skew;
    }

    void start(Participant started) {
        participant = started;
        started.start();
        for (SimLog.Place place : world.log().places()) {
            generations.put(place, world.log().generation(place));
        }
        readSoon();
    }

    Participant participant() {
        return participant;
    }

    Settings self() {
        return self;
    }

    Service service() {
        return self.service();
    }

    boolean isAlive() {
        return alive;
    }

    boolean isPaused() {
        return paused;
    }

    // ---- life

    void kill() {
        alive = false;
        whilePaused.clear();
        List.copyOf(coroutines).forEach(Coroutine::abandon);
        coroutines.clear();
    }

    void pause() {
        paused = true;
    }

    /** A zombie wakes: it goes on in the middle of what it did. */
    void wake() {
        paused = false;
        List<Runnable> held = List.copyOf(whilePaused);
        whilePaused.clear();
        held.forEach(this::run);
    }

    /** Runs something in this process: later if it is paused, never if it has died. */
    void run(Runnable task) {
        if (!alive) {
            return;
        }
        if (paused) {
            whilePaused.add(task);
        } else {
            task.run();
        }
    }

    // ---- reading

    /** Something has landed: it is read some time later. */
    void readSoon() {
        if (!fetching && alive) {
            fetching = true;
            boolean slow = world.hurts(Fault.SLOW_READER, 0.005);
            world.time().after(world.time().between(200, slow ? 400_000 : 2_000), () -> run(this::fetch));
        }
    }

    private void fetch() {
        fetching = false;
        noticeTruncation();
        boolean behind = false;
        for (SimLog.Place place : world.log().places()) {
            behind |= fetch(place);
        }
        participant.settle();
        if (!reading && !behind) {
            reading = true;
            participant.caughtUp();
            participant.resendUnread();
        }
        if (behind || !reading) {
            readSoon();
        }
    }

    private void noticeTruncation() {
        for (SimLog.Place place : world.log().places()) {
            int generation = world.log().generation(place);
            int position = positions.getOrDefault(place, 0);
            boolean lost = generations.get(place) != generation && world.wasRead(place, position);
            generations.put(place, generation);
            if (lost) {
                positions.clear();
                reading = false;
                participant.tailLost();
                return;
            }
        }
    }

    /** Reads a few records of a place; whether more are there. */
    private boolean fetch(SimLog.Place place) {
        List<SimLog.Stored> log = world.log().log(place);
        int position = positions.getOrDefault(place, 0);
        int most = reading ? 1 + world.time().random().nextInt(8) : Integer.MAX_VALUE;
        int end = (int) Math.min(log.size(), (long) position + most);
        for (; position < end && alive; position++) {
            positions.put(place, position + 1);
            deliver(place.topic(), log.get(position));
        }
        return position < log.size();
    }

    private void deliver(String topic, SimLog.Stored stored) {
        switch (topic) {
            case Topics.INCIDENTS -> participant.incidentRecord(stored.record(), stored.value());
            case Topics.FLEET -> participant.fleetRecord(stored.record());
            case Topics.MEMBERS -> participant.memberRecord(stored.record());
            default -> throw new IllegalStateException("no such topic: " + topic);
        }
    }

    // ---- ports

    @Override
    public Instant now() {
        return world.time().now().plus(skew);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        world.time().after(delay, () -> run(task));
    }

    @Override
    public void append(String topic, OptionalInt partition, Envelope envelope, Runnable onRefused) {
        world.append(this, topic, partition, envelope, acknowledged -> {
            if (!acknowledged) {
                run(onRefused);
            }
        });
    }

    @Override
    public void endOfFleet(Consumer<OptionalLong> onDone) {
        world.time().after(world.time().between(200, 2_000), () -> {
            long end = world.log().end(new SimLog.Place(Topics.FLEET, 0));
            boolean lost = world.hurts(Fault.LOST_ANSWER, 0.01);
            world.time()
                    .after(
                            world.time().between(200, 2_000),
                            () -> run(() -> onDone.accept(lost ? OptionalLong.empty() : OptionalLong.of(end))));
        });
    }

    @Override
    public <T> Work start(String name, Callable<T> work, Consumer<Result<T>> onDone) {
        SimCall.Scope scope = new SimCall.Scope(this);
        Coroutine coroutine = new Coroutine(() -> {
            Result<T> result = call(work);
            world.time().after(Duration.ZERO, () -> run(() -> onDone.accept(result)));
        });
        scope.bind(coroutine);
        coroutines.add(coroutine);
        world.enter(scope, coroutine);
        return scope::interrupt;
    }

    private static <T> Result<T> call(Callable<T> work) {
        try {
            return new Result.Value<>(work.call());
        } catch (Coroutine.Abandoned e) {
            throw e;
        } catch (Exception e) {
            return new Result.Thrown<>(e);
        }
    }

    void resume(SimCall.Scope scope, Coroutine coroutine) {
        if (alive) {
            world.enter(scope, coroutine);
        }
    }

    EventId nextEvent() {
        return new EventId(world.uuid());
    }

    ClaimId nextClaim() {
        return new ClaimId(world.uuid());
    }
}
