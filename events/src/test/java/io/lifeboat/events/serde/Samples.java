package io.lifeboat.events.serde;

import io.lifeboat.events.Event;
import io.lifeboat.events.command.CommandIssued;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.fleet.BrakeSet;
import io.lifeboat.events.fleet.FleetHeld;
import io.lifeboat.events.fleet.FleetPinned;
import io.lifeboat.events.fleet.FleetReleased;
import io.lifeboat.events.fleet.IncidentNumbered;
import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.health.VantageBeat;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.EventId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.Person;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.ApprovalGiven;
import io.lifeboat.events.incident.BackupProven;
import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.events.incident.CommandRefused;
import io.lifeboat.events.incident.EpochObserved;
import io.lifeboat.events.incident.IncidentAborted;
import io.lifeboat.events.incident.IncidentAcknowledged;
import io.lifeboat.events.incident.IncidentAdvanced;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.LogPinned;
import io.lifeboat.events.incident.MaintenanceSet;
import io.lifeboat.events.incident.Objective;
import io.lifeboat.events.incident.OwnerMarked;
import io.lifeboat.events.incident.PlanChanged;
import io.lifeboat.events.incident.ProofVerdict;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.incident.Severity;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.StepEscalated;
import io.lifeboat.events.incident.StepProgressed;
import io.lifeboat.events.incident.StepSkipped;
import io.lifeboat.events.incident.TrafficObserved;
import io.lifeboat.events.incident.Vote;
import io.lifeboat.events.incident.WorkspaceHeld;
import io.lifeboat.events.incident.WorkspaceReleased;
import io.lifeboat.events.member.MemberBeat;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.OnFailure;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.events.step.StepCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** One event of each type, with every field set: what the golden files and the published examples show. */
public final class Samples {
    private static final WorkspaceId SHOP = new WorkspaceId("shop");
    private static final IncidentId INCIDENT = new IncidentId("INC-2026-03-01-001");
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00.123Z");
    private static final StepId MOVE = new StepId("switch");
    private static final ProcessId PROCESS = new ProcessId(new UUID(0x1111L, 0x2222L));
    private static final ClaimId CLAIM = new ClaimId(new UUID(0x3333L, 0x4444L));
    private static final Person ALICE = new Person("alice");
    private static final String WHY = "2 of 3 vantages saw blue-1 refuse connections for 0.4 s";
    private static final SignedCommand COMMAND =
            new SignedCommand("alice-2026", "{\"action\":\"hold\"}", "c2lnbmF0dXJl");

    private Samples() {}

    public static List<Event> all() {
        return Stream.of(partition(), workspace(), steps(), decisions(), fleet(), others())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Event> partition() {
        return List.of(new LogPinned(6, LogPinned.MURMUR2), new OwnerMarked(Service.FAILOVER, PROCESS, 3));
    }

    private static List<Event> workspace() {
        return List.of(
                new TrafficObserved(SHOP, new SiteId("blue"), 7),
                new EpochObserved(SHOP, 8),
                new BaselineRecorded(SHOP, new SiteId("blue"), AT, List.of(collection()), Map.of("books", "docs")),
                proven(),
                opened(),
                new ApprovalGiven(SHOP, INCIDENT, MOVE, ALICE, true, "ab".repeat(32), AT.plusSeconds(60), COMMAND),
                new CommandRefused(SHOP, INCIDENT, COMMAND, "it expired at 2026-03-01T08:00:00Z"));
    }

    private static BackupProven proven() {
        return new BackupProven(
                SHOP,
                "qdrant",
                "shop/qdrant/full/20260301_070000",
                AT.minusSeconds(3600),
                AT,
                ProofVerdict.PROVEN,
                2,
                61_000,
                123_456_789,
                Duration.ofMillis(42_500),
                "5a".repeat(32),
                "2 collections with 61000 points restored, restarted, all as recorded",
                "proofs-2026",
                "c2lnbmF0dXJl");
    }

    private static CollectionBaseline collection() {
        return new CollectionBaseline(
                "docs",
                1000,
                "d1".repeat(32),
                "0:812",
                Map.of("7", "f7".repeat(32), "42", "f4".repeat(32)),
                List.of(new CollectionBaseline.GoldenQuery(
                        "g1", Arguments.of("query", List.of(0.25, 0.5)).with("limit", 3), List.of("7", "42"), 0.5)),
                Map.of(
                        "city", Arguments.of("type", "keyword").with("is_tenant", true),
                        "year", Arguments.of("type", "integer")),
                new CollectionBaseline.Latency(40, Duration.ofNanos(1_250_000), Duration.ofNanos(4_750_000)));
    }

    private static IncidentOpened opened() {
        Duration quarter = Duration.ofMinutes(15);
        return new IncidentOpened(
                SHOP,
                INCIDENT,
                4,
                Scenario.CLUSTER_FAILURE,
                Severity.P0,
                AT.minusMillis(400),
                true,
                new SiteId("blue"),
                new Objective(quarter, Duration.ofMinutes(30), Duration.ofMinutes(5), quarter),
                Duration.ofMinutes(10),
                plan(),
                List.of(new Vote(
                        new VantageId("north"),
                        new TargetId("blue-1"),
                        TargetState.DOWN,
                        AT.minusMillis(400),
                        "connection refused")),
                WHY,
                null);
    }

    /** A plan in which every field of a step stands at least once. */
    static Plan plan() {
        return new Plan(
                List.of(
                        Step.of("assess", StepCatalogue.ASSESS_STANDBY)
                                .argument("site", "green")
                                .retry(2, Duration.ofSeconds(1))
                                .build(),
                        move().build(),
                        Step.of("undo", StepCatalogue.EXEC)
                                .argument("command", List.of("/opt/undo", "--now"))
                                .compensates("switch")
                                .approvedBy(2)
                                .build(),
                        Step.of("tell", StepCatalogue.NOTIFY)
                                .argument("phase", "final")
                                .mayRunTwice()
                                .evenIfAborted()
                                .needs(Need.ended("switch"))
                                .build()),
                List.of(MOVE));
    }

    private static io.lifeboat.events.plan.StepBuilder move() {
        return Step.of("switch", StepCatalogue.SWITCH_TRAFFIC)
                .effect(EffectClass.CAS)
                .argument("site", "green")
                .argument("switch", "edge")
                .argument("value", "127.0.0.1:6343")
                .needs(Need.succeeded("assess"))
                .timeout(Duration.ofSeconds(20))
                .claimWithin(Duration.ofSeconds(5))
                .onFailure(OnFailure.COMPENSATE);
    }

    private static List<Event> steps() {
        Arguments arguments = plan().steps().get(1).arguments();
        return List.of(
                new StepClaimed(SHOP, INCIDENT, MOVE, 2, PROCESS, CLAIM, arguments, "its turn"),
                new StepProgressed(SHOP, INCIDENT, MOVE, CLAIM, "half way", Arguments.of("done", 5)),
                new StepEnded(
                        SHOP,
                        INCIDENT,
                        MOVE,
                        CLAIM,
                        StepEnded.Verdict.SUCCEEDED,
                        false,
                        Arguments.of("found", "127.0.0.1:6343"),
                        "read back as wanted"));
    }

    private static List<Event> decisions() {
        return List.of(
                new StepSkipped(SHOP, INCIDENT, MOVE, 5, WHY, COMMAND),
                new StepEscalated(SHOP, INCIDENT, MOVE, 5, WHY, COMMAND),
                new IncidentAborted(SHOP, INCIDENT, true, 5, WHY, COMMAND),
                new IncidentAdvanced(SHOP, INCIDENT, Stage.RECOVERED, 5, WHY, COMMAND),
                new IncidentAcknowledged(SHOP, INCIDENT, ALICE, 5, WHY, COMMAND),
                new PlanChanged(SHOP, INCIDENT, plan(), 5, WHY, COMMAND),
                new WorkspaceHeld(SHOP, 5, WHY, COMMAND),
                new WorkspaceReleased(SHOP, 5, WHY, COMMAND),
                new MaintenanceSet(SHOP, AT, AT.plusSeconds(3600), 5, WHY, COMMAND));
    }

    private static List<Event> fleet() {
        return List.of(
                new FleetPinned(new UUID(0x5555L, 0x6666L)),
                new IncidentNumbered(SHOP, 4, LocalDate.of(2026, 3, 1), 1, true),
                new BrakeSet(3, Duration.ofMinutes(10)),
                new FleetHeld(2, WHY, COMMAND),
                new FleetReleased(3, WHY, COMMAND));
    }

    private static List<Event> others() {
        return List.of(
                new TargetReported(
                        new VantageId("north"),
                        PROCESS,
                        SHOP,
                        new TargetId("blue-1"),
                        "qdrant-service",
                        TargetState.DEGRADED,
                        AT,
                        "answers with HTML",
                        Arguments.of("collections", List.of("docs"))),
                new VantageBeat(
                        new VantageId("north"), PROCESS, 42, Duration.ofSeconds(1), "no control target answers", false),
                new CommandIssued(SHOP, COMMAND),
                new MemberBeat(Service.FAILOVER, PROCESS, "failover-1", true, false));
    }

    static Envelope envelope(Event event) {
        return new Envelope(
                new EventId(new UUID(7, 8)),
                new Writer("failover", PROCESS),
                "INC-2026-03-01-001",
                AT,
                new Seen(new EventId(new UUID(9, 10)), "5e".repeat(32)),
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                event);
    }
}
