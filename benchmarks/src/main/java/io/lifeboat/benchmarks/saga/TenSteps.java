package io.lifeboat.benchmarks.saga;

import io.lifeboat.events.Event;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.IncidentAdvanced;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.Objective;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.incident.Severity;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.plan.StepBuilder;
import io.lifeboat.events.step.StepCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An incident whose plan is a chain of ten steps, by turns failover-service's and verifier-service's. */
final class TenSteps {
    static final int STEPS = 10;
    static final StepId LAST = new StepId("step-" + STEPS);

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final Objective OBJECTIVE = new Objective(
            Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofMinutes(5), Duration.ofMinutes(15));
    /** What an incident adds to the workspace's decision version: recovered, watching, closed. */
    private static final List<Stage> ENDING = List.of(Stage.RECOVERED, Stage.WATCHING, Stage.CLOSED);

    private TenSteps() {}

    static IncidentId id(int number) {
        return IncidentId.of(DAY, number);
    }

    /** @param number of the workspace's incidents, from 1 */
    static IncidentOpened opened(WorkspaceId workspace, int number) {
        return new IncidentOpened(
                workspace,
                id(number),
                number,
                Scenario.CLUSTER_FAILURE,
                Severity.P1,
                Instant.now(),
                true,
                null,
                OBJECTIVE,
                Duration.ZERO,
                plan(),
                List.of(),
                "to measure how long ten steps take",
                null);
    }

    /** The decisions that close it after its last step. */
    static List<Event> ending(WorkspaceId workspace, int number) {
        int before = (number - 1) * ENDING.size();
        return IntStream.range(0, ENDING.size())
                .<Event>mapToObj(i -> new IncidentAdvanced(
                        workspace, id(number), ENDING.get(i), before + i, "its ten steps have succeeded", null))
                .toList();
    }

    private static Plan plan() {
        Stream<Step> steps = IntStream.rangeClosed(1, STEPS).mapToObj(TenSteps::step);
        return new Plan(steps.toList(), List.of(LAST));
    }

    private static Step step(int number) {
        String id = "step-" + number;
        StepBuilder step = number % 2 == 1
                ? Step.of(id, StepCatalogue.ASSESS_STANDBY).argument("site", "green")
                : Step.of(id, StepCatalogue.REPORT);
        return number == 1
                ? step.build()
                : step.needs(Need.succeeded("step-" + (number - 1))).build();
    }
}
