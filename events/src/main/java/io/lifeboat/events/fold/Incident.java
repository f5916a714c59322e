package io.lifeboat.events.fold;

import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.Person;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.Objective;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.incident.Severity;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.events.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * An incident as the log has it now. It never copies the timeline.
 *
 * @param openedAt by the log
 * @param startedAt first bad evidence: the RTO clock starts here
 * @param stageSince by the log
 * @param recoveredAt by the log, when service was back
 * @param site the site concerned, where it is one
 * @param previous the active site when it opened
 * @param proposer who opened it or changed its plan last, by command: not among its approvers under the two-person rule
 * @param acknowledgedBy who took note of it
 * @param undoing what succeeded is being compensated for
 */
public record Incident(
        IncidentId id,
        long seq,
        Scenario scenario,
        Severity severity,
        boolean automatic,
        Instant startedAt,
        Instant openedAt,
        Stage stage,
        Instant stageSince,
        @Nullable Instant recoveredAt,
        @Nullable SiteId site,
        @Nullable SiteId previous,
        Objective objective,
        Duration coolDown,
        @Nullable Person proposer,
        @Nullable Person acknowledgedBy,
        boolean undoing,
        Plan plan,
        PMap<StepId, StepStatus> steps,
        String why) {

    static Incident opened(IncidentOpened event, @Nullable SiteId active, @Nullable Person proposer, Instant at) {
        PMap<StepId, StepStatus> steps = HashTreePMap.empty();
        for (Step step : event.plan().steps()) {
            steps = steps.plus(step.id(), StepStatus.initial());
        }
        return new Incident(
                event.incident(),
                event.seq(),
                event.scenario(),
                event.severity(),
                event.automatic(),
                event.startedAt(),
                at,
                Stage.RECOVERING,
                at,
                null,
                event.site(),
                active,
                event.objective(),
                event.coolDown(),
                proposer,
                null,
                false,
                event.plan(),
                steps,
                event.why());
    }

    /** @throws IllegalArgumentException if the plan has no such step */
    public StepStatus status(StepId step) {
        StepStatus status = steps.get(step);
        if (status == null) {
            throw new IllegalArgumentException("incident %s has no step '%s'".formatted(id, step));
        }
        return status;
    }

    public Optional<StepStatus> find(StepId step) {
        return Optional.ofNullable(steps.get(step));
    }

    /** The steps that nobody may claim any more or yet, and those that are under way. */
    public Stream<Step> stepsIn(Class<? extends StepState> state) {
        return plan.steps().stream()
                .filter(step -> state.isInstance(status(step.id()).state()));
    }

    /** Whether another plan that moves traffic or data must wait. */
    public boolean holdsLock() {
        return plan.isMoving() && (stage.holdsLock() || stage == Stage.ABORTED && isStopping());
    }

    /** Last notices of an aborted incident do not count: the lock, once released, never comes back. */
    private boolean isStopping() {
        return plan.steps().stream().anyMatch(step -> !step.evenIfAborted() && isUnsettled(step));
    }

    /** Whether a claim is current, or something that was done is still to be undone. */
    public boolean isUnsettled() {
        return plan.steps().stream().anyMatch(this::isUnsettled);
    }

    private boolean isUnsettled(Step step) {
        return switch (status(step.id()).state()) {
            case StepState.Claimed c -> true;
            case StepState.Ready r -> step.compensates() != null;
            case StepState.AwaitingApproval a -> step.compensates() != null;
            case StepState.Failed f -> f.unsealed();
            case StepState.Pending p -> step.compensates() != null && isToBeUndone(step.compensates());
            case StepState.Succeeded s -> false;
            case StepState.Skipped s -> false;
        };
    }

    /** Whether this step succeeded and is now compensated for. */
    boolean isToBeUndone(StepId compensated) {
        return undoing && status(compensated).state() instanceof StepState.Succeeded;
    }

    /** Whether the plan says that service is back. */
    public boolean isRecoveredByPlan() {
        return !plan.recoveredWhen().isEmpty()
                && plan.recoveredWhen().stream().allMatch(step -> status(step).state() instanceof StepState.Succeeded);
    }

    Incident with(StepId step, StepStatus status) {
        return withSteps(steps.plus(step, status));
    }

    Incident withSteps(PMap<StepId, StepStatus> next) {
        return copy(stage, stageSince, recoveredAt, acknowledgedBy, undoing, plan, next);
    }

    Incident withPlan(Plan next, PMap<StepId, StepStatus> statuses) {
        return copy(stage, stageSince, recoveredAt, acknowledgedBy, undoing, next, statuses);
    }

    /** Who proposed the plan as it is now: under the two-person rule somebody else approves it. */
    Incident proposedBy(Person person) {
        return new Incident(
                id,
                seq,
                scenario,
                severity,
                automatic,
                startedAt,
                openedAt,
                stage,
                stageSince,
                recoveredAt,
                site,
                previous,
                objective,
                coolDown,
                person,
                acknowledgedBy,
                undoing,
                plan,
                steps,
                why);
    }

    Incident in(Stage next, Instant at) {
        Instant recovered = next == Stage.RECOVERED ? at : recoveredAt;
        return copy(next, at, recovered, acknowledgedBy, undoing, plan, steps);
    }

    Incident acknowledged(Person person) {
        return copy(stage, stageSince, recoveredAt, person, undoing, plan, steps);
    }

    Incident undo() {
        return copy(stage, stageSince, recoveredAt, acknowledgedBy, true, plan, steps);
    }

    private Incident copy(
            Stage newStage,
            Instant since,
            @Nullable Instant recovered,
            @Nullable Person acknowledged,
            boolean undo,
            Plan newPlan,
            PMap<StepId, StepStatus> newSteps) {
        return new Incident(
                id,
                seq,
                scenario,
                severity,
                automatic,
                startedAt,
                openedAt,
                newStage,
                since,
                recovered,
                site,
                previous,
                objective,
                coolDown,
                proposer,
                acknowledged,
                undo,
                newPlan,
                newSteps,
                why);
    }
}
