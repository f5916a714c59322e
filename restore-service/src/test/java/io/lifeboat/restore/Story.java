package io.lifeboat.restore;

import io.lifeboat.events.Event;
import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.fold.Partition;
import io.lifeboat.events.fold.Ruling;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.EventId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.Objective;
import io.lifeboat.events.incident.OwnerMarked;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.incident.Severity;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.TrafficObserved;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.serde.Writer;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tells a workspace's log, event by event, through the real folds. Each event must count. */
public final class Story {
    public static final WorkspaceId SHOP = new WorkspaceId("shop");
    public static final IncidentId INCIDENT = new IncidentId("INC-2026-03-01-001");
    public static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

    private final ProcessId process = new ProcessId(new UUID(0, 1));
    private Partition partition = Partition.empty(0);
    private Instant now = BEGIN;
    private long claims;

    public Story() {
        for (Service service : List.of(Service.DETECTOR, Service.FAILOVER, Service.RESTORE, Service.VERIFIER)) {
            tell(service, new OwnerMarked(service, process, 1));
        }
    }

    public Story tell(Service writer, Event event) {
        now = now.plusMillis(10);
        EventId id = new EventId(new UUID(1, partition.next()));
        partition = partition.apply(new LogRecord(0, partition.next(), now, id, Writer.of(writer, process), event));
        if (!(partition.ruling() instanceof Ruling.Effective)) {
            throw new IllegalStateException("void: " + partition.ruling());
        }
        return this;
    }

    /** The log says that blue is active. */
    public Story blueIsActive() {
        return tell(Service.FAILOVER, new TrafficObserved(SHOP, new SiteId("blue"), 0));
    }

    public Story opened(boolean automatic, Step... steps) {
        return tell(Service.DETECTOR, opening(automatic, steps));
    }

    /** The workspace's first incident: blue is lost. */
    public static IncidentOpened opening(boolean automatic, Step... steps) {
        Objective objective = new Objective(
                Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofMinutes(5), Duration.ofMinutes(15));
        return new IncidentOpened(
                SHOP,
                INCIDENT,
                1,
                Scenario.CLUSTER_FAILURE,
                Severity.P0,
                BEGIN,
                automatic,
                new SiteId("blue"),
                objective,
                Duration.ofMinutes(10),
                new Plan(List.of(steps), List.of()),
                List.of(),
                "blue answers no vantage",
                null);
    }

    /** A claim that counts, as an action gets it. */
    public StepContext claim(String step, Duration timeLeft) {
        StepId id = new StepId(step);
        var incident = workspace().find(INCIDENT).orElseThrow();
        Step planned = incident.plan().find(id).orElseThrow();
        int attempt = incident.status(id).attempt() + 1;
        ClaimId claim = new ClaimId(new UUID(2, ++claims));
        tell(
                planned.spec().owner(),
                new StepClaimed(SHOP, INCIDENT, id, attempt, process, claim, planned.arguments(), "it is ready"));
        var folded = workspace().find(INCIDENT).orElseThrow();
        StepState.Claimed claimed = folded.status(id).currentClaim();
        return new StepContext(
                workspace(), folded, planned, claimed, attempt, Instant.now().plus(timeLeft), (note, detail) -> {});
    }

    public StepContext claim(String step) {
        return claim(step, Duration.ofSeconds(30));
    }

    /** A claim's result, as the participant appends it. */
    public Story done(StepContext context, StepOutcome.Done outcome) {
        return tell(
                context.step().spec().owner(),
                new StepEnded(
                        SHOP,
                        INCIDENT,
                        context.step().id(),
                        context.claim().claim(),
                        StepEnded.Verdict.SUCCEEDED,
                        false,
                        outcome.output(),
                        outcome.why()));
    }

    public Workspace workspace() {
        return partition.workspace(SHOP);
    }
}
