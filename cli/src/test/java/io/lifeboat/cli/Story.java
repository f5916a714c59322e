package io.lifeboat.cli;

import io.lifeboat.cli.log.FoldedRecord;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.fold.Partition;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.EventId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.events.incident.IncidentAdvanced;
import io.lifeboat.events.incident.IncidentEvent;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.Objective;
import io.lifeboat.events.incident.OwnerMarked;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.incident.Severity;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.TrafficObserved;
import io.lifeboat.events.incident.Vote;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.serde.Writer;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.events.step.StepCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A log written by hand and folded by the real rules. Not thread-safe. */
public final class Story {
    public static final WorkspaceId SHOP = new WorkspaceId("shop");
    public static final SiteId BLUE = new SiteId("blue");
    public static final SiteId GREEN = new SiteId("green");
    public static final IncidentId INCIDENT = new IncidentId("INC-2026-03-01-001");
    public static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final List<FoldedRecord> records = new ArrayList<>();
    private Partition partition = Partition.empty(0);
    private Instant now = START;

    /** The process of a service, the same in every run. */
    public static ProcessId process(Service service) {
        return new ProcessId(
                new UUID(0xabcd_0000_0000_0000L, List.of(Service.values()).indexOf(service)));
    }

    public static ClaimId claim(int number) {
        return new ClaimId(new UUID(7, number));
    }

    /** The time of what comes next, after the start. */
    public Story at(long millis) {
        now = START.plusMillis(millis);
        return this;
    }

    public Story tell(Service writer, IncidentEvent event) {
        return tell(Writer.of(writer, process(writer)), event);
    }

    public Story tell(Writer writer, IncidentEvent event) {
        long offset = records.size();
        LogRecord record = new LogRecord(0, offset, now, new EventId(new UUID(1, offset)), writer, event);
        Partition before = partition;
        partition = before.apply(record);
        records.add(new FoldedRecord(record, before, partition));
        return this;
    }

    /** All services own the partition, blue is active, and there is a baseline. */
    public Story healthy() {
        at(0);
        for (Service service : Service.values()) {
            tell(service, new OwnerMarked(service, process(service), 1));
        }
        tell(Service.FAILOVER, new TrafficObserved(SHOP, BLUE, 0));
        return tell(Service.VERIFIER, new BaselineRecorded(SHOP, BLUE, START, List.of()));
    }

    public Story opened() {
        return tell(
                Service.DETECTOR,
                new IncidentOpened(
                        SHOP,
                        INCIDENT,
                        1,
                        Scenario.CLUSTER_FAILURE,
                        Severity.P0,
                        now.minusMillis(500),
                        true,
                        BLUE,
                        new Objective(
                                Duration.ofMinutes(15),
                                Duration.ofMinutes(30),
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(15)),
                        Duration.ofMinutes(10),
                        plan(),
                        List.of(new Vote(
                                new VantageId("north"),
                                new TargetId("blue-1"),
                                TargetState.DOWN,
                                now.minusMillis(500),
                                "refused")),
                        "the active site blue serves nobody",
                        null));
    }

    public static Plan plan() {
        return new Plan(
                List.of(
                        Step.of("notify-first", StepCatalogue.NOTIFY)
                                .argument("phase", "first")
                                .mayRunTwice()
                                .build(),
                        Step.of("switch-traffic", StepCatalogue.SWITCH_TRAFFIC)
                                .effect(EffectClass.CAS)
                                .argument("site", "green")
                                .argument("switch", "edge")
                                .argument("value", "127.0.0.1:6343")
                                .build(),
                        Step.of("verify-failover", StepCatalogue.VERIFY_FAILOVER)
                                .argument("site", "green")
                                .needs(Need.succeeded("switch-traffic"))
                                .build()),
                List.of(new StepId("verify-failover")));
    }

    public Story claimed(Service service, String step, int attempt, int claim, String why) {
        return tell(
                service,
                new StepClaimed(
                        SHOP,
                        INCIDENT,
                        new StepId(step),
                        attempt,
                        process(service),
                        claim(claim),
                        plan().find(new StepId(step)).map(Step::arguments).orElse(Arguments.none()),
                        why));
    }

    public Story ended(Service service, String step, int claim, StepEnded.Verdict verdict, String why) {
        return tell(
                service,
                new StepEnded(SHOP, INCIDENT, new StepId(step), claim(claim), verdict, false, Arguments.none(), why));
    }

    public Story advanced(Stage stage, long basis, String why) {
        return tell(Service.DETECTOR, new IncidentAdvanced(SHOP, INCIDENT, stage, basis, why, null));
    }

    /** From the fault to the recovery, without a hitch. */
    public Story recovered() {
        return healthy()
                .at(1_000)
                .opened()
                .at(1_010)
                .claimed(Service.NOTIFIER, "notify-first", 1, 1, "it is ready")
                .at(1_020)
                .claimed(Service.FAILOVER, "switch-traffic", 1, 2, "it is ready")
                .at(1_050)
                .ended(Service.NOTIFIER, "notify-first", 1, StepEnded.Verdict.SUCCEEDED, "told by log")
                .at(1_100)
                .ended(Service.FAILOVER, "switch-traffic", 2, StepEnded.Verdict.SUCCEEDED, "traffic goes to green")
                .at(1_110)
                .claimed(Service.VERIFIER, "verify-failover", 1, 3, "it is ready")
                .at(1_400)
                .ended(Service.VERIFIER, "verify-failover", 3, StepEnded.Verdict.SUCCEEDED, "12 checks passed")
                .at(1_410)
                .advanced(Stage.RECOVERED, 0, "INC-2026-03-01-001 is recovered");
    }

    public List<FoldedRecord> records() {
        return List.copyOf(records);
    }

    public Partition partition() {
        return partition;
    }

    public Workspace workspace() {
        return partition.workspace(SHOP);
    }

    public Incident incident() {
        return workspace().find(INCIDENT).orElseThrow();
    }

    public Instant now() {
        return now;
    }
}
