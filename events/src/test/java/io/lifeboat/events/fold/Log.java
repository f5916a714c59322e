package io.lifeboat.events.fold;

import io.lifeboat.events.Event;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.EventId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.IncidentAborted;
import io.lifeboat.events.incident.IncidentAdvanced;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.Objective;
import io.lifeboat.events.incident.OwnerMarked;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.incident.Severity;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.StepSkipped;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.serde.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A partition's log with a clock that stands still until it is moved; each append answers what the rules say of it. */
final class Log {
    static final WorkspaceId SHOP = new WorkspaceId("shop");
    static final IncidentId FIRST = new IncidentId("INC-2026-03-01-001");
    static final IncidentId SECOND = new IncidentId("INC-2026-03-01-002");
    static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    static final Duration COOL_DOWN = Duration.ofMinutes(10);

    private final Map<Service, ProcessId> processes = new EnumMap<>(Service.class);
    private Partition partition = Partition.empty(0);
    private Instant now = START;
    private int ids;

    Log() {
        for (Service service : Service.values()) {
            processes.put(service, new ProcessId(uuid("process")));
            mark(service, process(service), 1);
        }
    }

    /** A log with an incident whose plan is this. */
    static Log with(Plan plan) {
        Log log = new Log();
        log.open(1, FIRST, true, plan, null);
        return log;
    }

    private UUID uuid(String kind) {
        ids++;
        return UUID.nameUUIDFromBytes((kind + ids).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    ProcessId newProcess() {
        return new ProcessId(uuid("process"));
    }

    ClaimId newClaim() {
        return new ClaimId(uuid("claim"));
    }

    ProcessId process(Service service) {
        return processes.get(service);
    }

    Ruling mark(Service service, ProcessId process, long term) {
        processes.put(service, process);
        return append(service, new OwnerMarked(service, process, term));
    }

    Ruling append(Service writer, Event event) {
        return append(Writer.of(writer, process(writer)), event);
    }

    Ruling append(Writer writer, Event event) {
        partition = partition.apply(new LogRecord(0, partition.next(), now, new EventId(uuid("event")), writer, event));
        return partition.ruling();
    }

    Log after(Duration duration) {
        now = now.plus(duration);
        return this;
    }

    Instant now() {
        return now;
    }

    Partition partition() {
        return partition;
    }

    Workspace shop() {
        return partition.workspace(SHOP);
    }

    Incident incident() {
        return shop().find(FIRST).orElseThrow();
    }

    StepStatus status(String step) {
        return incident().status(new StepId(step));
    }

    StepState state(String step) {
        return status(step).state();
    }

    StepState.Claimed claimOf(String step) {
        return (StepState.Claimed) state(step);
    }

    Ruling open(long seq, IncidentId id, boolean automatic, Plan plan, @Nullable SignedCommand command) {
        return append(Service.DETECTOR, opened(seq, id, automatic, plan, command));
    }

    static IncidentOpened opened(
            long seq, IncidentId id, boolean automatic, Plan plan, @Nullable SignedCommand command) {
        Duration rto = Duration.ofMinutes(15);
        return new IncidentOpened(
                SHOP,
                id,
                seq,
                Scenario.CLUSTER_FAILURE,
                Severity.P0,
                START.minusSeconds(1),
                automatic,
                new SiteId("blue"),
                new Objective(rto, rto, rto, rto),
                COOL_DOWN,
                plan,
                List.of(),
                "two of three vantages say so",
                command);
    }

    /** A claim as the owner of the partition would make it now. */
    StepClaimed claimFor(String step) {
        return claimFor(FIRST, step);
    }

    StepClaimed claimFor(IncidentId incident, String step) {
        Incident found = shop().find(incident).orElseThrow();
        Service owner = found.plan().find(new StepId(step)).orElseThrow().spec().owner();
        return new StepClaimed(
                SHOP,
                incident,
                new StepId(step),
                found.status(new StepId(step)).attempt() + 1,
                process(owner),
                newClaim(),
                found.plan().find(new StepId(step)).orElseThrow().arguments(),
                "its turn");
    }

    Ruling claim(String step) {
        return claim(FIRST, step);
    }

    Ruling claim(IncidentId incident, String step) {
        return append(ownerOf(incident, step), claimFor(incident, step));
    }

    private Service ownerOf(IncidentId incident, String step) {
        Incident found = shop().find(incident).orElseThrow();
        return found.plan().find(new StepId(step)).orElseThrow().spec().owner();
    }

    Ruling end(String step, StepEnded.Verdict verdict) {
        return end(step, claimOf(step).claim(), verdict, false);
    }

    Ruling unsealed(String step) {
        return end(step, claimOf(step).claim(), StepEnded.Verdict.FAILED, true);
    }

    Ruling end(String step, ClaimId claim, StepEnded.Verdict verdict, boolean unsealed) {
        return append(
                ownerOf(FIRST, step),
                new StepEnded(SHOP, FIRST, new StepId(step), claim, verdict, unsealed, Arguments.none(), "so it went"));
    }

    /** Claims the step and ends it well. */
    Log done(String... steps) {
        for (String step : steps) {
            claim(step);
            end(step, StepEnded.Verdict.SUCCEEDED);
        }
        return this;
    }

    Ruling skip(String step) {
        return append(
                Service.DETECTOR, new StepSkipped(SHOP, FIRST, new StepId(step), shop().version(), "not wanted", null));
    }

    Ruling abort(boolean undo) {
        return append(Service.DETECTOR, new IncidentAborted(SHOP, FIRST, undo, shop().version(), "false alarm", null));
    }

    Ruling advance(Stage stage, @Nullable SignedCommand command) {
        return advance(FIRST, stage, command);
    }

    Ruling advance(IncidentId incident, Stage stage, @Nullable SignedCommand command) {
        return append(
                Service.DETECTOR, new IncidentAdvanced(SHOP, incident, stage, shop().version(), "so it is", command));
    }
}
