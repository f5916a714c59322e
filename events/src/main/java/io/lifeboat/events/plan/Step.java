package io.lifeboat.events.plan;

import io.lifeboat.events.Fields;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.StepType;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.events.step.Moves;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.events.step.StepSpec;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A unit of recovery, owned by one service.
 *
 * @param needs all must hold before it is ready
 * @param timeout from the claim to the end of its action
 * @param claimWithin from ready to claimed: after that its incident is escalated
 * @param compensates the step whose success it undoes; it runs only when the incident is being undone
 * @param mayRunTwice a BARE step that a successor may run again without proof that the first run ended
 * @param evenIfAborted it runs although the incident was aborted (last notices, the report)
 */
public record Step(
        StepId id,
        StepType type,
        EffectClass effect,
        Arguments arguments,
        List<Need> needs,
        Approval approval,
        Duration timeout,
        Duration claimWithin,
        Retry retry,
        OnFailure onFailure,
        @Nullable StepId compensates,
        boolean mayRunTwice,
        boolean evenIfAborted) {
    /** Used where a plan does not say otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    public static final Duration DEFAULT_CLAIM_WITHIN = Duration.ofSeconds(30);

    public Step {
        Objects.requireNonNull(id, "step.id");
        Objects.requireNonNull(type, "step.type");
        Objects.requireNonNull(effect, "step.effect");
        arguments = arguments == null ? Arguments.none() : arguments;
        needs = needs == null ? List.of() : List.copyOf(needs);
        approval = approval == null ? Approval.NONE : approval;
        timeout = positive("step.timeout", timeout, DEFAULT_TIMEOUT);
        claimWithin = positive("step.claimWithin", claimWithin, DEFAULT_CLAIM_WITHIN);
        retry = retry == null ? Retry.NONE : retry;
        onFailure = onFailure == null ? OnFailure.ESCALATE : onFailure;
    }

    private static Duration positive(String field, @Nullable Duration value, Duration otherwise) {
        if (value == null) {
            return otherwise;
        }
        if (value.isZero()) {
            throw new IllegalArgumentException(field + ": expected more than zero, got " + value);
        }
        return Fields.bounded(field, value);
    }

    /** The catalogue's line of this step. */
    public StepSpec spec() {
        return StepCatalogue.get(type);
    }

    public boolean movesTraffic() {
        return spec().moves() == Moves.TRAFFIC;
    }

    /** Whether its claim has an epoch of its own, under which its target compares and sets. */
    public boolean bindsEpoch() {
        return spec().moves() != Moves.NOTHING;
    }

    public static StepBuilder of(String id, StepType type) {
        return new StepBuilder(new StepId(id), type);
    }
}
