package io.lifeboat.saga.simulator;

import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.Guard;
import io.lifeboat.events.fold.Guards;
import io.lifeboat.events.fold.Partition;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.TrafficObserved;
import io.lifeboat.events.serde.Envelope;
import io.lifeboat.events.topic.Topics;
import io.lifeboat.saga.Decider;
import io.lifeboat.saga.Decision;
import io.lifeboat.saga.core.Listener;
import io.lifeboat.saga.core.Participant;
import io.lifeboat.saga.core.Settings;
import io.lifeboat.saga.core.StepDecider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One simulated world: its log, its processes, its targets, its troubles. Same seed, same history. Not thread-safe. */
final class World {
    static final int WORKSPACES = 2;
    /** How far clocks and append times may be apart, in milliseconds. */
    static final long CLOCK_SLACK = 200;

    private final VirtualTime time;
    private final @Nullable Guard without;
    private final boolean tracing;
    private final SimLog log = new SimLog(1);
    private final Judge judge = new Judge(this);
    private final List<SimTarget> targets = new ArrayList<>();
    private final List<SimProcess> processes = new ArrayList<>();
    private final Map<ProcessId, String> names = new HashMap<>();
    private final Map<SimProcess, SimDetector> detectors = new HashMap<>();
    private final List<Cause> causes = new ArrayList<>();
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final Map<Guard, Integer> fired = new EnumMap<>(Guard.class);
    private final Map<IncidentId, Long> openedAt = new HashMap<>();
    private final List<String> trace = new ArrayList<>();
    private SimCall.@Nullable Scope scope;
    private boolean hostile = true;
    private boolean truncated;
    private long truncatedTo = Long.MAX_VALUE;
    private Partition truth;
    private Fleet fleetTruth;

    World(long seed, @Nullable Guard without, boolean tracing) {
        this.time = new VirtualTime(seed);
        this.without = without;
        this.tracing = tracing;
        for (int i = 0; i < WORKSPACES; i++) {
            targets.add(new SimTarget(this, i));
        }
        refoldTruth();
    }

    // ---- what all parts ask

    VirtualTime time() {
        return time;
    }

    SimLog log() {
        return log;
    }

    Judge judge() {
        return judge;
    }

    List<SimProcess> processes() {
        return processes;
    }

    Iterable<SimDetector> detectors() {
        return detectors.values();
    }

    SimTarget target(int workspace) {
        return targets.get(workspace);
    }

    List<Cause> causes() {
        return causes;
    }

    Partition truth() {
        return truth;
    }

    Fleet fleetTruth() {
        return fleetTruth;
    }

    Map<Fault, Integer> faults() {
        return faults;
    }

    Map<Guard, Integer> fired() {
        return fired;
    }

    List<String> trace() {
        return trace;
    }

    boolean isTruncated() {
        return truncated;
    }

    /** From here on the world is kind. */
    void heal() {
        hostile = false;
    }

    UUID uuid() {
        return new UUID(time.random().nextLong(), time.random().nextLong());
    }

    WorkspaceId workspaceId(int index) {
        return new WorkspaceId("w" + index);
    }

    int indexOf(WorkspaceId id) {
        return id.value().charAt(1) - '0';
    }

    long openedAt(IncidentId incident) {
        return openedAt.getOrDefault(incident, Long.MIN_VALUE / 2);
    }

    String nameOf(ProcessId process) {
        return names.getOrDefault(process, process.toString());
    }

    static String brief(ClaimId claim) {
        return claim.toString().substring(0, 8);
    }

    /** Notes a line of the timeline; its text is made only if somebody wants to read it. */
    void trace(String form, Object... arguments) {
        if (tracing) {
            trace.add("%8.3f  %s".formatted(time.millis() / 1000.0, form.formatted(arguments)));
        }
    }

    // ---- guards and faults

    Guards guards() {
        return this::stops;
    }

    boolean stops(Guard guard, boolean broken) {
        if (broken) {
            fired.merge(guard, 1, Integer::sum);
        }
        return broken && guard != without;
    }

    boolean isFullCompare() {
        return without != Guard.FULL_COMPARE;
    }

    /** Whether a fault strikes now. */
    boolean hurts(Fault fault, double probability) {
        boolean strikes = hostile && time.chance(probability);
        if (strikes) {
            count(fault);
        }
        return strikes;
    }

    void count(Fault fault) {
        faults.merge(fault, 1, Integer::sum);
    }

    // ---- processes

    SimProcess start(Service service, String name, @Nullable SimProcess predecessor) {
        boolean sameId = predecessor != null && without == Guard.PROCESS_IDENTITY;
        if (predecessor != null) {
            stops(Guard.PROCESS_IDENTITY, true);
        }
        ProcessId id = sameId ? predecessor.self().process() : new ProcessId(uuid());
        Settings self = new Settings(
                service, id, name, Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofMillis(700), guards());
        names.put(id, name);
        Duration skew = time.between(-60_000, 60_000);
        count(Fault.CLOCK_SKEW);
        SimProcess process = new SimProcess(this, self, skew);
        processes.remove(predecessor);
        processes.add(process);
        process.start(participant(process, self));
        trace("%s starts as %s", name, id);
        return process;
    }

    private Participant participant(SimProcess process, Settings self) {
        List<WorkspaceId> known = new ArrayList<>();
        for (int i = 0; i < WORKSPACES; i++) {
            known.add(workspaceId(i));
        }
        return new Participant(
                self,
                process,
                new Participant.Identifiers(process::nextEvent, process::nextClaim),
                1,
                id -> 0,
                known,
                SimActions.all(this),
                running -> decider(process, self, running),
                listener(self));
    }

    private Decider decider(SimProcess process, Settings self, java.util.function.Predicate<ClaimId> running) {
        if (self.service() == Service.DETECTOR) {
            SimDetector detector = new SimDetector(this, 20 + time.random().nextInt(80));
            detectors.put(process, detector);
            return detector;
        }
        StepDecider steps = new StepDecider(self, running);
        return self.service() != Service.FAILOVER
                ? steps
                : (workspace, fleet, now) ->
                        workspace.active() == null ? observe(workspace) : steps.decide(workspace, fleet, now);
    }

    private Decision observe(Workspace workspace) {
        String value = targets.get(indexOf(workspace.id())).stored().value();
        return new Decision.Append(
                List.of(new TrafficObserved(workspace.id(), new SiteId(value), 0)),
                "the log does not say where traffic goes");
    }

    private Listener listener(Settings self) {
        return new Listener() {
            @Override
            public void ownership(int partition, boolean owner, long term) {
                trace("%s %s the partition, term %d", self.instance(), owner ? "owns" : "lost", term);
            }
        };
    }

    /** Stops a process for a while: it becomes a zombie that wakes in the middle of what it did. */
    void pause(SimProcess victim) {
        if (!victim.isAlive() || victim.isPaused()) {
            return;
        }
        trace("%s is paused", victim.self().instance());
        victim.pause();
        time.after(time.between(50_000, 3_500_000), () -> {
            trace("%s wakes", victim.self().instance());
            victim.wake();
        });
    }

    /** Runs an action's code until it pauses or ends. */
    void enter(SimCall.Scope entered, Coroutine coroutine) {
        SimCall.Scope before = scope;
        scope = entered;
        coroutine.resume();
        scope = before;
    }

    SimCall.Scope scope() {
        if (scope == null) {
            throw new IllegalStateException("no action is running");
        }
        return scope;
    }

    // ---- the log

    void append(SimProcess from, String topic, OptionalInt partition, Envelope envelope, Consumer<Boolean> onDone) {
        SimLog.Place place = new SimLog.Place(topic, partition.orElse(0));
        boolean beat = topic.equals(Topics.MEMBERS);
        if (hurts(Fault.LOST_APPEND, 0.01)) {
            time.after(Duration.ofMillis(400), () -> onDone.accept(false));
            return;
        }
        boolean late = !beat && hurts(Fault.LATE_APPEND, 0.03);
        time.after(time.between(200, late ? 3_000_000 : 2_500), () -> {
            land(from, place, envelope);
            boolean acknowledged = !hurts(Fault.LOST_ACKNOWLEDGEMENT, 0.02);
            time.after(time.between(100, 1_500), () -> onDone.accept(acknowledged));
        });
        if (!beat && hurts(Fault.DUPLICATED_APPEND, 0.03)) {
            time.after(time.between(1_000, 4_000_000), () -> land(from, place, envelope));
        }
    }

    private void land(SimProcess from, SimLog.Place place, Envelope envelope) {
        if (!from.isAlive()) {
            count(Fault.APPEND_AFTER_DEATH);
        }
        long jitter = hostile ? time.random().nextInt(40) - 20 : 0;
        SimLog.Stored stored = log.append(place, envelope, time.now().plusMillis(jitter));
        foldTruth(place, stored, nameOf(envelope.writer().process()));
        List.copyOf(processes).forEach(SimProcess::readSoon);
    }

    private void foldTruth(SimLog.Place place, SimLog.Stored stored, String writer) {
        switch (place.topic()) {
            case Topics.INCIDENTS -> {
                truth = truth.apply(stored.record());
                trace("%s: %s -> %s", writer, stored.record().event(), truth.ruling());
                noteLanding(stored);
            }
            case Topics.FLEET -> {
                fleetTruth = fleetTruth.apply(stored.record());
                trace("%s: %s -> %s", writer, stored.record().event(), fleetTruth.ruling());
                SimPerson.noteFleet(
                        this, stored.record().event(), fleetTruth.ruling().isEffective());
            }
            default -> {}
        }
    }

    private void noteLanding(SimLog.Stored stored) {
        switch (stored.record().event()) {
            case StepClaimed claimed ->
                judge.claimLanded(claimed, truth.ruling().isEffective());
            case StepEnded ended -> judge.verdictLanded(ended, truth.ruling().isEffective());
            case IncidentOpened opened -> {
                if (truth.ruling().isEffective()) {
                    openedAt.putIfAbsent(opened.incident(), time.millis());
                    judge.opened(indexOf(opened.workspace()), opened.incident(), SimPerson.idOf(opened.command()));
                }
            }
            default ->
                SimPerson.note(this, stored.record().event(), truth.ruling().isEffective());
        }
    }

    /** The log loses its last records, and nobody is told. */
    void truncate(int records) {
        SimLog.Place place = new SimLog.Place(Topics.INCIDENTS, 0);
        List<SimLog.Stored> all = log.log(place);
        int kept = Math.max(0, all.size() - records);
        List<StepEnded> lost = new ArrayList<>();
        all.subList(kept, all.size()).forEach(stored -> {
            if (stored.record().event() instanceof StepEnded ended) {
                lost.add(ended);
            }
        });
        trace("the log loses its last %d records", all.size() - kept);
        count(Fault.TRUNCATED_TAIL);
        truncated = true;
        truncatedTo = kept;
        log.truncate(place, records);
        judge.truncated(lost);
        refoldTruth();
        log.log(place).forEach(stored -> truth = truth.apply(stored.record()));
        log.log(new SimLog.Place(Topics.FLEET, 0)).forEach(stored -> fleetTruth = fleetTruth.apply(stored.record()));
    }

    /** Whether a reader at this position had read what was lost. */
    boolean wasRead(SimLog.Place place, int position) {
        return place.topic().equals(Topics.INCIDENTS) && position > truncatedTo;
    }

    private void refoldTruth() {
        truth = Partition.empty(0, (guard, broken) -> broken && guard != without);
        fleetTruth = Fleet.empty((guard, broken) -> broken && guard != without);
    }

    Workspace workspace(int index) {
        return truth.workspace(workspaceId(index));
    }

    Optional<SimProcess> some(Service service) {
        List<SimProcess> of =
                processes.stream().filter(p -> p.service() == service).toList();
        return of.isEmpty()
                ? Optional.empty()
                : Optional.of(of.get(time.random().nextInt(of.size())));
    }
}
