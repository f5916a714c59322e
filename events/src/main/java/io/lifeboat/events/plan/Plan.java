package io.lifeboat.events.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.step.Moves;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A recovery plan: the routing slip that travels in {@code incident.opened}.
 *
 * @param steps in the order in which people read them
 * @param recoveredWhen the service is back once all of these have succeeded; empty: only a person can say so
 */
public record Plan(List<Step> steps, List<StepId> recoveredWhen) {

    /** @throws IllegalArgumentException naming every problem: unknown step types, cycles, needs of nothing, and so on */
    public Plan {
        steps = List.copyOf(steps);
        recoveredWhen = recoveredWhen == null ? List.of() : List.copyOf(recoveredWhen);
        List<PlanProblem> problems = problems(steps, recoveredWhen);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    problems.stream().map(PlanProblem::toString).collect(Collectors.joining("; ", "plan: ", "")));
        }
    }

    /** Everything that keeps these steps from being a plan, in the order of the steps; empty if they are one. */
    public static List<PlanProblem> problems(List<Step> steps, List<StepId> recoveredWhen) {
        return PlanRules.problems(steps, recoveredWhen);
    }

    public Optional<Step> find(StepId id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** Whether any step moves traffic or data: at most one such plan recovers in a workspace at a time. */
    @JsonIgnore
    public boolean isMoving() {
        return steps.stream().anyMatch(step -> step.spec().moves() != Moves.NOTHING);
    }

    /** Whether traffic moves without a person's approval. */
    @JsonIgnore
    public boolean isMovingTrafficByItself() {
        return steps.stream()
                .anyMatch(step -> step.movesTraffic() && !step.approval().needed());
    }
}
