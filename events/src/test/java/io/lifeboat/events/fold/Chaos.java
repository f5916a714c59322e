package io.lifeboat.events.fold;

import io.lifeboat.events.Event;
import io.lifeboat.events.UnknownEvent;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.fleet.FleetPinned;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.EventId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.Person;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.ApprovalGiven;
import io.lifeboat.events.incident.BackupProven;
import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.events.incident.CommandRefused;
import io.lifeboat.events.incident.EpochObserved;
import io.lifeboat.events.incident.IncidentAborted;
import io.lifeboat.events.incident.IncidentAcknowledged;
import io.lifeboat.events.incident.IncidentAdvanced;
import io.lifeboat.events.incident.LogPinned;
import io.lifeboat.events.incident.MaintenanceSet;
import io.lifeboat.events.incident.OwnerMarked;
import io.lifeboat.events.incident.PlanChanged;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.StepEscalated;
import io.lifeboat.events.incident.StepProgressed;
import io.lifeboat.events.incident.StepSkipped;
import io.lifeboat.events.incident.TrafficObserved;
import io.lifeboat.events.incident.WorkspaceHeld;
import io.lifeboat.events.incident.WorkspaceReleased;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.OnFailure;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.serde.Writer;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.events.step.StepCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes records from a seed: mostly such as could have an effect, some with one thing wrong, some of extreme values. Looks at the
 * folded state so that its sequences go deep; two runs of a seed are alike.
 */
final class Chaos {
    private static final List<Plan> PLANS = List.of(
            Plans.failover(),
            Plans.recoveredWhen("move", Plans.move(), Plans.tell()),
            Plans.of(Plans.assess().retry(2, Duration.ofSeconds(5))),
            Plans.of(
                    Plans.fence(),
                    Plans.move()
                            .needs(Need.ended("fence"))
                            .onFailure(OnFailure.COMPENSATE)
                            .retry(1, Duration.ofSeconds(1)),
                    Plans.verify().needs(Need.succeeded("move")).onFailure(OnFailure.COMPENSATE),
                    Plans.tell().evenIfAborted().needs(Need.ended("verify")),
                    Step.of("unfence", StepCatalogue.EXEC)
                            .argument("command", List.of("unfence"))
                            .compensates("fence"),
                    Plans.move("back", "blue").compensates("move")),
            Plans.of(
                    Plans.move().approvedBy(2),
                    Plans.move("other", "red").effect(EffectClass.BARE).needs(Need.failed("move"))));

    private final Random random;
    private final List<ProcessId> processes;
    private Instant now = Log.START;
    private long offset;

    Chaos(long seed) {
        random = new Random(seed);
        processes = List.of(new ProcessId(uuid()), new ProcessId(uuid()), new ProcessId(uuid()));
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean rarely() {
        return random.nextInt(12) == 0;
    }

    LogRecord next(Partition partition) {
        Event event = event(partition, partition.workspace(workspace()));
        return record(event, writer(event));
    }

    LogRecord record(Event event, Writer writer) {
        now = now.plusMillis(random.nextInt(4) == 0 ? random.nextInt(400_000) - 1_000 : random.nextInt(2_000));
        Instant at = random.nextInt(3_000) == 0 ? one(List.of(Instant.MIN, Instant.EPOCH)) : now;
        return new LogRecord(0, offset++, at, new EventId(uuid()), writer, event);
    }

    private WorkspaceId workspace() {
        return rarely() ? new WorkspaceId("other") : Log.SHOP;
    }

    private Writer writer(Event event) {
        if (rarely()) {
            return new Writer(one(List.of("detector", "failover", "console")), one(processes));
        }
        ProcessId process = event instanceof StepClaimed claim
                ? claim.process()
                : event instanceof OwnerMarked marked ? marked.process() : one(processes);
        return Writer.of(serviceOf(event), process);
    }

    private Service serviceOf(Event event) {
        if (event instanceof OwnerMarked marked) {
            return marked.service();
        }
        if (event instanceof BackupProven) {
            return Service.RESTORE;
        }
        if (event instanceof BaselineRecorded) {
            return Service.VERIFIER;
        }
        return switch (event) {
            case StepClaimed claim -> ownerOf(claim.step());
            case StepEnded ended -> ownerOf(ended.step());
            case StepProgressed progress -> ownerOf(progress.step());
            case TrafficObserved observed -> Service.FAILOVER;
            default -> Service.DETECTOR;
        };
    }

    private static Service ownerOf(StepId step) {
        return switch (step.value()) {
            case "verify" -> Service.VERIFIER;
            case "tell" -> Service.NOTIFIER;
            default -> Service.FAILOVER;
        };
    }

    private Event event(Partition partition, Workspace workspace) {
        return switch (random.nextInt(14)) {
            case 0 -> partitionEvent(partition, workspace);
            case 1 -> workspaceEvent(workspace);
            case 2 -> workspace.open().count() < 3 || rarely() ? opening(workspace) : decision(workspace);
            case 3, 4, 5, 6 -> claim(partition, workspace);
            case 7, 8, 9 -> end(workspace);
            case 10 -> approval(workspace);
            default -> decision(workspace);
        };
    }

    private Event partitionEvent(Partition partition, Workspace workspace) {
        Service service = one(List.of(Service.values()));
        long term = partition.owner(service).map(Owner::term).orElse(0L) + random.nextInt(2);
        return switch (random.nextInt(10)) {
            case 0 -> new LogPinned(1 + random.nextInt(9), LogPinned.MURMUR2);
            case 1 -> new FleetPinned(uuid());
            case 2 -> new UnknownEvent("io.lifeboat.tea.made.v9", false, workspace.id());
            case 3 -> new UnknownEvent("io.lifeboat.tea.made.v9", true, rarely() ? null : new WorkspaceId("third"));
            default -> new OwnerMarked(service, one(processes), Math.max(1, term));
        };
    }

    private Event workspaceEvent(Workspace workspace) {
        SiteId site = new SiteId(one(List.of("blue", "green", "red")));
        return switch (random.nextInt(4)) {
            case 0 -> new TrafficObserved(workspace.id(), site, random.nextInt(5));
            case 1 -> new EpochObserved(workspace.id(), random.nextInt(200));
            case 2 -> new BaselineRecorded(workspace.id(), site, now, List.of());
            default ->
                new CommandRefused(
                        workspace.id(), rarely() ? Log.FIRST : null, command(workspace.id()), "it may not do that");
        };
    }

    private SignedCommand command(WorkspaceId workspace) {
        return rarely()
                ? Asked.signed(one(List.of("", "null", "{", "{}")))
                : Asked.by(one(List.of(Asked.ALICE, Asked.BOB)), workspace, now.minusMillis(random.nextInt(70_000)));
    }

    private @Nullable SignedCommand maybeCommand(WorkspaceId workspace) {
        return random.nextBoolean() ? null : command(workspace);
    }

    private IncidentId incident(Workspace workspace) {
        List<IncidentId> open = workspace.open().map(Incident::id).toList();
        return open.isEmpty() || rarely() ? Log.SECOND : one(open);
    }

    private Event opening(Workspace workspace) {
        long seq = workspace.lastSeq() + (rarely() ? 2 : 1);
        IncidentId id = IncidentId.of(java.time.LocalDate.of(2026, 3, 1), (int) Math.min(seq, 999_999));
        boolean automatic = random.nextInt(4) == 0;
        return Log.opened(seq, id, automatic, one(PLANS), automatic ? null : maybeCommand(workspace.id()));
    }

    private Optional<Step> step(Workspace workspace, IncidentId incident) {
        return workspace.find(incident).map(this::step);
    }

    /** Often one that is claimed: there the rules are most. */
    private Step step(Incident incident) {
        List<Step> claimed = incident.stepsIn(StepState.Claimed.class).toList();
        return claimed.isEmpty() || random.nextInt(3) == 0 ? one(incident.plan().steps()) : one(claimed);
    }

    private Event claim(Partition partition, Workspace workspace) {
        IncidentId incident = incident(workspace);
        Optional<Step> step = step(workspace, incident);
        if (step.isEmpty() || partition.owner(step.get().spec().owner()).isEmpty()) {
            return opening(workspace);
        }
        int attempt =
                workspace.find(incident).orElseThrow().status(step.get().id()).attempt();
        ProcessId owner =
                partition.owner(step.get().spec().owner()).orElseThrow().process();
        return new StepClaimed(
                workspace.id(),
                incident,
                step.get().id(),
                rarely() ? one(List.of(Integer.MIN_VALUE, 0, attempt, Integer.MAX_VALUE)) : attempt + 1,
                rarely() ? one(processes) : owner,
                new ClaimId(uuid()),
                rarely() ? Arguments.none() : step.get().arguments(),
                "its turn");
    }

    private Event end(Workspace workspace) {
        IncidentId incident = incident(workspace);
        StepId step = step(workspace, incident).map(Step::id).orElse(new StepId("nothing"));
        ClaimId claim = workspace
                .find(incident)
                .flatMap(found -> found.find(step))
                .map(StepStatus::currentClaim)
                .map(StepState.Claimed::claim)
                .orElseGet(() -> new ClaimId(uuid()));
        if (rarely()) {
            return new StepProgressed(workspace.id(), incident, step, claim, "half way", Arguments.none());
        }
        return new StepEnded(
                workspace.id(),
                incident,
                step,
                claim,
                one(List.of(StepEnded.Verdict.values())),
                random.nextInt(4) == 0,
                Arguments.none(),
                "so it went");
    }

    private Event approval(Workspace workspace) {
        IncidentId incident = incident(workspace);
        Optional<Step> step = step(workspace, incident);
        Person person = one(List.of(Asked.ALICE, Asked.BOB));
        String hash = step.filter(found -> !rarely())
                .map(found -> StepHash.of(workspace.find(incident).orElseThrow(), found))
                .orElse("");
        return new ApprovalGiven(
                workspace.id(),
                incident,
                step.map(Step::id).orElse(new StepId("nothing")),
                person,
                random.nextInt(5) > 0,
                hash,
                rarely() ? Instant.MIN : now.plusSeconds(3_600),
                Asked.by(person, workspace.id(), now));
    }

    private Event decision(Workspace workspace) {
        WorkspaceId id = workspace.id();
        IncidentId incident = incident(workspace);
        StepId step = step(workspace, incident).map(Step::id).orElse(new StepId("nothing"));
        long basis = rarely() ? random.nextLong() : workspace.version();
        @Nullable SignedCommand by = maybeCommand(id);
        return switch (random.nextInt(24)) {
            case 0, 11, 12, 13 -> new StepSkipped(id, incident, step, basis, "no", by);
            case 1 -> new StepEscalated(id, incident, step, basis, "late", by);
            case 2 -> new IncidentAborted(id, incident, random.nextBoolean(), basis, "no", by);
            case 3 -> new IncidentAcknowledged(id, incident, Asked.ALICE, basis, "seen", by);
            case 4 -> new PlanChanged(id, incident, one(PLANS), basis, "better", by);
            case 5 -> new WorkspaceHeld(id, basis, "wait", by);
            case 6, 7, 14, 15, 16, 17, 18, 19 -> new WorkspaceReleased(id, basis, "go", by);
            case 8 -> new MaintenanceSet(id, now, now.plusSeconds(1 + random.nextInt(60)), basis, "upgrade", by);
            default -> new IncidentAdvanced(id, incident, one(List.of(Stage.values())), basis, "so", by);
        };
    }
}
