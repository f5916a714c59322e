package io.lifeboat.benchmarks.log;

import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.events.incident.IncidentAdvanced;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.Objective;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.incident.Severity;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.StepProgressed;
import io.lifeboat.events.incident.Vote;
import io.lifeboat.events.incident.WorkspaceEvent;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A whole cluster failure as Lifeboat's services write it, from the opening to the close: every event counts. Pure. */
final class FailoverStory {
    /** Events about each incident: opened; seven steps claimed, under way and ended; three stages. */
    static final int EVENTS = 25;

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final int MOST_A_DAY = 999;
    private static final Objective OBJECTIVE = new Objective(
            Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofMinutes(5), Duration.ofMinutes(15));
    private static final List<Stage> ENDING = List.of(Stage.RECOVERED, Stage.WATCHING, Stage.CLOSED);
    private static final List<SiteId> SITES = List.of(new SiteId("blue"), new SiteId("green"));
    private static final List<VantageId> VANTAGES =
            List.of(new VantageId("north"), new VantageId("south"), new VantageId("west"));

    private final WorkspaceId workspace;
    private final int seq;
    private final IncidentId id;
    private final SiteId from;
    private final SiteId to;
    private final Instant at;
    private final Writers writers;
    private final List<Written> told = new ArrayList<>();

    /** An event and who writes it. */
    record Written(io.lifeboat.events.serde.Writer writer, WorkspaceEvent event) {}

    private FailoverStory(WorkspaceId workspace, int seq, int number, Instant at, Writers writers) {
        this.workspace = workspace;
        this.seq = seq;
        this.id = id(number);
        this.from = SITES.get((seq + 1) % 2);
        this.to = SITES.get(seq % 2);
        this.at = at;
        this.writers = writers;
    }

    /** The site that is active before the first incident. */
    static SiteId firstActive() {
        return SITES.get(0);
    }

    /** The incident's number in the fleet, as an id. */
    static IncidentId id(int number) {
        return IncidentId.of(FIRST_DAY.plusDays(number / MOST_A_DAY), number % MOST_A_DAY + 1);
    }

    /**
     * The story of one incident.
     *
     * @param seq of the workspace's incidents, from 1
     * @param number of all incidents, from 0
     */
    static List<Written> tell(WorkspaceId workspace, int seq, int number, Instant at, Writers writers) {
        FailoverStory story = new FailoverStory(workspace, seq, number, at, writers);
        story.tell();
        return List.copyOf(story.told);
    }

    private void tell() {
        Plan plan = FailoverSteps.plan(from, to);
        told.add(new Written(writers.detector(), opened(plan)));
        for (Step step : plan.steps()) {
            if (!step.id().value().startsWith("escalate")) {
                run(step);
            }
        }
        for (int i = 0; i < ENDING.size(); i++) {
            long basis = (long) (seq - 1) * ENDING.size() + i;
            told.add(new Written(
                    writers.detector(),
                    new IncidentAdvanced(
                            workspace,
                            id,
                            ENDING.get(i),
                            basis,
                            "verify-failover has succeeded: service is back",
                            null)));
        }
        told.add(new Written(writers.verifier(), baseline()));
    }

    private IncidentOpened opened(Plan plan) {
        return new IncidentOpened(
                workspace,
                id,
                seq,
                Scenario.CLUSTER_FAILURE,
                Severity.P0,
                at.minusMillis(400),
                true,
                from,
                OBJECTIVE,
                Duration.ZERO,
                plan,
                VANTAGES.stream().map(this::vote).toList(),
                "3 of 3 vantages saw " + from + "-1 refuse connections for 0.4 s: the whole cluster is down",
                null);
    }

    private Vote vote(VantageId vantage) {
        return new Vote(
                vantage,
                new TargetId(from + "-1"),
                TargetState.DOWN,
                at.minusMillis(400),
                "connection refused by 127.0.0.1:6333, twice in 0.4 s");
    }

    private void run(Step step) {
        var writer = writers.of(step.spec().owner());
        ClaimId claim = new ClaimId(UUID.randomUUID());
        told.add(new Written(
                writer,
                new StepClaimed(
                        workspace,
                        id,
                        step.id(),
                        1,
                        writer.process(),
                        claim,
                        step.arguments(),
                        step.id() + " is ready")));
        told.add(new Written(
                writer, new StepProgressed(workspace, id, step.id(), claim, "under way", Arguments.of("done", 1))));
        told.add(new Written(
                writer,
                new StepEnded(
                        workspace,
                        id,
                        step.id(),
                        claim,
                        StepEnded.Verdict.SUCCEEDED,
                        false,
                        Arguments.of("took", "PT0.042S").with("readBack", to.value()),
                        step.id() + " was done and read back")));
    }

    private BaselineRecorded baseline() {
        CollectionBaseline docs = new CollectionBaseline(
                "docs",
                1000,
                "d1".repeat(32),
                "0:812",
                Map.of("7", "f7".repeat(32), "42", "f4".repeat(32)),
                List.of(new CollectionBaseline.GoldenQuery(
                        "g1", Arguments.of("query", List.of(0.25, 0.5)).with("limit", 3), List.of("7", "42"))));
        return new BaselineRecorded(workspace, to, at, List.of(docs));
    }
}
