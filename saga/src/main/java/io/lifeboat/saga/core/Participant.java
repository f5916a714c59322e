package io.lifeboat.saga.core;

import io.lifeboat.events.Event;
import io.lifeboat.events.fleet.FleetEvent;
import io.lifeboat.events.fleet.FleetPinned;
import io.lifeboat.events.fleet.FleetReleased;
import io.lifeboat.events.fleet.IncidentNumbered;
import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.Guard;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.fold.Partition;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.EventId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.EpochObserved;
import io.lifeboat.events.incident.LogPinned;
import io.lifeboat.events.incident.OwnerMarked;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.StepProgressed;
import io.lifeboat.events.incident.WorkspaceEvent;
import io.lifeboat.events.member.MemberBeat;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.serde.Envelope;
import io.lifeboat.events.serde.Json;
import io.lifeboat.events.serde.Seen;
import io.lifeboat.events.topic.Topics;
import io.lifeboat.saga.Decider;
import io.lifeboat.saga.Decision;
import io.lifeboat.saga.step.StepAction;
import io.lifeboat.saga.step.StepOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The one runtime of every service that takes part in recoveries: folds the log, keeps its partitions, decides, claims, acts,
 * and publishes until read back. The services run it on Kafka, the simulator on a log in memory. Not thread-safe: every call
 * comes on its loop.
 */
public final class Participant implements Jobs.Head {
    /** After an own event was void: lets the log's time and other writers get ahead instead of spinning. */
    private static final Duration AFTER_VOID = Duration.ofMillis(50);

    private record Last(EventId id, byte[] value) {}

    private final Settings self;
    private final Ports ports;
    private final Listener listener;
    private final Supplier<EventId> ids;
    private final Supplier<ClaimId> claims;
    private final ToIntFunction<WorkspaceId> partitionOf;
    private final Partition[] partitions;
    private final Members members;
    private final Ownership ownership;
    private final Outbox outbox;
    private final Jobs jobs;
    private final Decider decider;
    private final Map<WorkspaceId, Last> lasts = new HashMap<>();
    private final Map<WorkspaceId, Instant> wakeUps = new HashMap<>();
    private final Map<WorkspaceId, Instant> quietUntil = new HashMap<>();
    private final Map<Integer, EventId> marks = new HashMap<>();
    private final Map<EventId, StepClaimed> proposals = new HashMap<>();
    private final Set<WorkspaceId> known = new LinkedHashSet<>();
    private final Set<WorkspaceId> dirty = new LinkedHashSet<>();
    private Fleet fleet;
    private boolean caughtUp;
    private boolean tailLost;
    private boolean leaving;

    /**
     * @param decider made from the participant's own view of which claims it is at work on
     * @param known workspaces to decide about although the log does not name them yet
     */
    public Participant(
            Settings self,
            Ports ports,
            Identifiers identifiers,
            int partitionCount,
            ToIntFunction<WorkspaceId> partitionOf,
            Collection<WorkspaceId> known,
            List<StepAction> actions,
            Function<java.util.function.Predicate<ClaimId>, Decider> decider,
            Listener listener) {
        this.self = self;
        this.ports = ports;
        this.listener = listener;
        this.ids = identifiers.events();
        this.claims = identifiers.claims();
        this.partitionOf = partitionOf;
        this.partitions = new Partition[partitionCount];
        this.members = new Members(self.aliveFor());
        this.ownership = new Ownership(self, members);
        this.outbox = new Outbox(ports, self.resend());
        this.jobs = new Jobs(self, ports, actions, this);
        this.decider = decider.apply(jobs::isRunning);
        this.known.addAll(known);
        clear();
    }

    /** Where new ids come from: random in services, seeded in the simulator. */
    public record Identifiers(Supplier<EventId> events, Supplier<ClaimId> claims) {}

    private void clear() {
        for (int i = 0; i < partitions.length; i++) {
            partitions[i] = Partition.empty(i, self.guards());
        }
        fleet = Fleet.empty(self.guards());
        caughtUp = false;
    }

    /** Starts beating; call once. */
    public void start() {
        beat();
    }

    private void beat() {
        if (leaving) {
            return;
        }
        appendBeat();
        tick();
        ports.after(self.beat(), this::beat);
    }

    private void appendBeat() {
        MemberBeat beat = new MemberBeat(self.service(), self.process(), self.instance(), caughtUp, leaving);
        ports.append(Topics.MEMBERS, OptionalInt.empty(), envelope(beat, self.instance(), null), () -> {});
    }

    private void tick() {
        if (!caughtUp) {
            return;
        }
        for (Partition partition : partitions) {
            markIfVacant(partition);
        }
        dirty.addAll(known);
        settle();
    }

    private void markIfVacant(Partition partition) {
        EventId pending = marks.get(partition.number());
        if (pending != null && outbox.isUnread(pending)) {
            return;
        }
        ownership.mark(partition).ifPresent(mark -> {
            Envelope envelope = envelope(mark, "partition-" + partition.number(), null);
            marks.put(partition.number(), envelope.id());
            outbox.publish(Topics.INCIDENTS, OptionalInt.of(partition.number()), envelope, null);
        });
    }

    /** Appends the genesis record of the fleet's log. */
    public void pinFleet(FleetPinned genesis) {
        outbox.publish(Topics.FLEET, OptionalInt.empty(), envelope(genesis, "fleet", null), null);
    }

    /** Appends the genesis record of a partition. */
    public void pin(int partition, LogPinned genesis) {
        outbox.publish(
                Topics.INCIDENTS, OptionalInt.of(partition), envelope(genesis, "partition-" + partition, null), null);
    }

    /** Ends in an orderly way: no new claims, and others need not wait. Jobs under way go on until they have settled. */
    public void leave() {
        leaving = true;
        appendBeat();
    }

    /** Whether nothing of this process is under way any more. */
    public boolean isSettled() {
        return jobs.isIdle() && outbox.isEmpty();
    }

    /** A record of {@code lifeboat.incidents}. */
    public void incidentRecord(LogRecord record, byte[] value) {
        Partition before = partitions[record.partition()];
        if (record.offset() < before.next()) {
            return; // read again after a reconnection
        }
        Partition after = before.apply(record);
        partitions[record.partition()] = after;
        outbox.readBack(record.id());
        react(record, value, before, after);
    }

    private void react(LogRecord record, byte[] value, Partition before, Partition after) {
        StepClaimed proposal = proposals.remove(record.id());
        switch (record.event()) {
            case WorkspaceEvent event -> {
                lasts.put(event.workspace(), new Last(record.id(), value));
                known.add(event.workspace());
                workspaceChanged(event, record, after, proposal);
            }
            case OwnerMarked marked -> ownerChanged(before, after);
            default -> {}
        }
        if (caughtUp) {
            listener.folded(record, after.ruling());
        }
    }

    private void workspaceChanged(
            WorkspaceEvent event, LogRecord record, Partition after, @Nullable StepClaimed proposal) {
        boolean own = record.writer().process().equals(self.process());
        if (own && !after.ruling().isEffective()) {
            quietUntil.put(event.workspace(), ports.now().plus(AFTER_VOID));
            ports.after(AFTER_VOID, () -> poke(event.workspace()));
        }
        if (!caughtUp) {
            return;
        }
        follow(event, after, proposal);
        dirty.add(event.workspace());
    }

    private void follow(WorkspaceEvent event, Partition after, @Nullable StepClaimed proposal) {
        switch (event) {
            case StepClaimed claimed -> {
                boolean started = after.ruling().isEffective() && jobs.start(claimed);
                if (started) {
                    listener.claimWon(claimed);
                } else if (proposal != null && !after.ruling().isEffective()) {
                    listener.claimLost(claimed, after.ruling().toString());
                }
            }
            case StepEnded ended -> jobs.forget(ended.claim());
            default -> {}
        }
        jobs.review(after.workspace(event.workspace()));
    }

    private void ownerChanged(Partition before, Partition after) {
        boolean was = ownership.owns(before);
        boolean is = ownership.owns(after);
        if (was != is) {
            long term = after.owner(self.service()).map(owner -> owner.term()).orElse(0L);
            listener.ownership(after.number(), is, term);
        }
        dirty.addAll(known);
    }

    /** A record of {@code lifeboat.fleet}. */
    public void fleetRecord(LogRecord record) {
        if (record.offset() < fleet.next()) {
            return;
        }
        fleet = fleet.apply(record);
        outbox.readBack(record.id());
        boolean own = record.writer().process().equals(self.process());
        if (own && !fleet.ruling().isEffective() && record.event() instanceof IncidentNumbered numbered) {
            ports.after(AFTER_VOID, () -> poke(numbered.workspace()));
        }
        if (caughtUp
                && record.event() instanceof FleetReleased
                && fleet.ruling().isEffective()) {
            tailLost = false;
        }
        dirty.addAll(known);
        jobs.fleetAdvanced();
    }

    /** A record of {@code lifeboat.members}. */
    public void memberRecord(LogRecord record) {
        if (record.event() instanceof MemberBeat beat) {
            members.heard(beat, record.appendedAt());
        }
    }

    /** All topics have been folded to the ends that they had at the start: decisions are on from here. */
    public void caughtUp() {
        caughtUp = true;
        resumeOwnClaims();
        dirty.addAll(known);
        for (Partition partition : partitions) {
            markIfVacant(partition);
        }
        settle();
    }

    /** After a refold: claims of this process that it sent and had not read back yet. A new process has none. */
    private void resumeOwnClaims() {
        for (WorkspaceId id : known) {
            for (Incident incident : (Iterable<Incident>) workspace(id).open()::iterator) {
                incident.plan().steps().forEach(step -> {
                    var claim = incident.status(step.id()).currentClaim();
                    if (claim != null) {
                        jobs.resume(new StepClaimed(
                                id,
                                incident.id(),
                                step.id(),
                                incident.status(step.id()).attempt(),
                                claim.process(),
                                claim.claim(),
                                claim.arguments(),
                                "found after folding anew"));
                    }
                });
            }
            jobs.review(workspace(id));
        }
    }

    /** The log was found to have lost its tail: folds anew; automatic traffic moves wait for a person. */
    public void tailLost() {
        refold();
        tailLost = true;
    }

    /** Everything is read again from the beginning: decisions are off until it has caught up. */
    public void refold() {
        clear();
        lasts.clear();
    }

    /** Sends again what has not been read back; call after a refold has caught up. */
    public void resendUnread() {
        outbox.resendAll();
    }

    /** Something that the log does not know has changed: decides afresh. */
    public void poke(WorkspaceId workspace) {
        known.add(workspace);
        dirty.add(workspace);
        settle();
    }

    /** Decides about whatever has changed; call after each batch of records. */
    public void settle() {
        if (!caughtUp || leaving) {
            return;
        }
        for (WorkspaceId id : List.copyOf(dirty)) {
            dirty.remove(id);
            decide(id);
        }
    }

    private void decide(WorkspaceId id) {
        Instant quiet = quietUntil.getOrDefault(id, Instant.MIN);
        if (outbox.isWaiting(id)
                || !ownership.owns(partition(id))
                || ports.now().isBefore(quiet)) {
            return;
        }
        quietUntil.remove(id);
        Decision decision = decider.decide(workspace(id), fleet, ports.now());
        listener.decided(id, decision);
        carryOut(id, decision);
    }

    private void carryOut(WorkspaceId id, Decision decision) {
        switch (decision) {
            case Decision.Wait wait -> wakeAt(id, wait.until());
            case Decision.Append append -> append.events().forEach(event -> publish(id, event));
            case Decision.Claim claim -> claim(id, claim);
        }
    }

    private void wakeAt(WorkspaceId id, @Nullable Instant until) {
        if (until == null || until.equals(wakeUps.get(id))) {
            return;
        }
        wakeUps.put(id, until);
        Duration delay = Duration.between(ports.now(), until);
        ports.after(delay.isNegative() ? Duration.ofMillis(1) : delay.plusMillis(1), () -> {
            if (wakeUps.remove(id, until)) {
                poke(id);
            }
        });
    }

    private void claim(WorkspaceId id, Decision.Claim claim) {
        boolean moving = workspace(id)
                .find(claim.incident())
                .flatMap(incident -> incident.plan().find(claim.step()))
                .filter(step -> step.bindsEpoch())
                .isPresent();
        if (tailLost && moving) {
            return;
        }
        StepClaimed event = new StepClaimed(
                id,
                claim.incident(),
                claim.step(),
                claim.attempt(),
                self.process(),
                claims.get(),
                claim.arguments(),
                claim.why());
        Envelope envelope = envelope(event, claim.incident().value(), id);
        proposals.put(envelope.id(), event);
        outbox.publish(Topics.INCIDENTS, OptionalInt.empty(), envelope, id);
        if (!self.guards().stops(Guard.READ_BACK, true)) {
            jobs.startUnread(event, workspace(id).epoch() + 1);
        }
    }

    private void publish(WorkspaceId id, Event event) {
        boolean ofFleet = event instanceof FleetEvent;
        String subject = event instanceof WorkspaceEvent of
                ? of.about().map(IncidentId::value).orElse(id.value())
                : id.value();
        outbox.publish(
                ofFleet ? Topics.FLEET : Topics.INCIDENTS,
                OptionalInt.empty(),
                envelope(event, subject, ofFleet ? null : id),
                id);
    }

    @Override
    public StepEnded verdict(Job job, StepOutcome outcome) {
        if (outcome instanceof StepOutcome.Conflict conflict && self.guards().stops(Guard.EPOCH_OBSERVED, true)) {
            publish(job.workspace(), new EpochObserved(job.workspace(), conflict.epoch()));
        }
        StepEnded ended = Verdicts.of(job.claimed(), outcome);
        listener.stepEnded(ended, Duration.between(job.since(), ports.now()));
        publish(job.workspace(), ended);
        return ended;
    }

    @Override
    public void again(StepEnded verdict) {
        publish(verdict.workspace(), verdict);
    }

    @Override
    public void progress(Job job, String note, Arguments detail) {
        publish(
                job.workspace(),
                new StepProgressed(
                        job.workspace(), job.incident(), job.step(), job.claim().claim(), note, detail));
    }

    private Envelope envelope(Event event, String subject, @Nullable WorkspaceId workspace) {
        Last last = workspace == null ? null : lasts.get(workspace);
        Seen seen = last == null ? null : new Seen(last.id(), Json.sha256(last.value()));
        return new Envelope(ids.get(), self.writer(), subject, ports.now(), seen, null, event);
    }

    private Partition partition(WorkspaceId id) {
        return partitions[partitionOf.applyAsInt(id)];
    }

    @Override
    public Workspace workspace(WorkspaceId id) {
        return partition(id).workspace(id);
    }

    @Override
    public Fleet fleet() {
        return fleet;
    }

    public Partition partition(int number) {
        return partitions[number];
    }

    public boolean isCaughtUp() {
        return caughtUp;
    }

    /** Whether this process owns the partition of a workspace now, as far as it has folded. */
    public boolean owns(WorkspaceId id) {
        return ownership.owns(partition(id));
    }

    /** Appends that have not been read back yet. */
    public int unread() {
        return outbox.size();
    }
}
