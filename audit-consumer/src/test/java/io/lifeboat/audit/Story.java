package io.lifeboat.audit;

import io.lifeboat.events.Event;
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
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.serde.Envelope;
import io.lifeboat.events.serde.EventCodec;
import io.lifeboat.events.serde.Seen;
import io.lifeboat.events.serde.Wire;
import io.lifeboat.events.serde.Writer;
import io.lifeboat.events.step.StepCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A small incident, as services write it: one claim counts, its sibling is void. */
final class Story {
    static final WorkspaceId SHOP = new WorkspaceId("shop");
    static final IncidentId INCIDENT = new IncidentId("INC-2026-03-01-001");
    static final Seen SEEN = new Seen(new EventId(new UUID(9, 9)), "ab".repeat(32));

    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");
    private static final ProcessId PROCESS = new ProcessId(new UUID(0, 1));
    private static final StepId TELL = new StepId("tell");

    private Story() {}

    /** What comes before the step's result. */
    static List<Wire> begin() {
        return List.of(
                wire(1, Service.NOTIFIER, new OwnerMarked(Service.NOTIFIER, PROCESS, 1)),
                wire(2, Service.DETECTOR, new OwnerMarked(Service.DETECTOR, PROCESS, 1)),
                wire(3, Service.FAILOVER, new OwnerMarked(Service.FAILOVER, PROCESS, 1)),
                wire(4, Service.FAILOVER, new TrafficObserved(SHOP, new SiteId("blue"), 0)),
                wire(5, Service.DETECTOR, opened()),
                wire(6, Service.NOTIFIER, claim(1)),
                wire(7, Service.NOTIFIER, claim(2)));
    }

    static Wire end() {
        StepEnded ended = new StepEnded(
                SHOP,
                INCIDENT,
                TELL,
                new ClaimId(new UUID(2, 1)),
                StepEnded.Verdict.SUCCEEDED,
                false,
                Arguments.none(),
                "told");
        return wire(8, Service.NOTIFIER, ended);
    }

    private static IncidentOpened opened() {
        Step step = Step.of(TELL.value(), StepCatalogue.NOTIFY)
                .argument("phase", "first")
                .build();
        return new IncidentOpened(
                SHOP,
                INCIDENT,
                1,
                Scenario.CLUSTER_FAILURE,
                Severity.P0,
                BEGIN,
                false,
                new SiteId("blue"),
                new Objective(
                        Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofMinutes(5), Duration.ofMinutes(15)),
                Duration.ofMinutes(10),
                new Plan(List.of(step), List.of()),
                List.of(),
                "blue answers no vantage",
                null);
    }

    /** The second one is for the same attempt: it comes too late. */
    private static StepClaimed claim(long number) {
        return new StepClaimed(
                SHOP,
                INCIDENT,
                TELL,
                1,
                PROCESS,
                new ClaimId(new UUID(2, number)),
                Arguments.none().with("phase", "first"),
                "it is ready");
    }

    private static Wire wire(long id, Service writer, Event event) {
        return EventCodec.encode(new Envelope(
                new EventId(new UUID(1, id)), Writer.of(writer, PROCESS), SHOP.value(), BEGIN, SEEN, null, event));
    }
}
