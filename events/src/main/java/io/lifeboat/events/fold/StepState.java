package io.lifeboat.events.fold;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.plan.Arguments;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a step stands. All times are the log's. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface StepState {

    /** It waits for other steps. */
    record Pending() implements StepState {}

    /** Only people are missing. */
    record AwaitingApproval(Instant since) implements StepState {}

    /** It may be claimed, from {@code notBefore} on. */
    record Ready(Instant since, Instant notBefore) implements StepState {}

    /**
     * A process is on it.
     *
     * @param epoch bound to this claim if it moves traffic or data, else 0
     * @param stopRequested a person wants it ended: the owner seals, its result ends the step
     */
    record Claimed(
            ClaimId claim, ProcessId process, long epoch, Arguments arguments, Instant since, boolean stopRequested)
            implements StepState {}

    /** It has done what it should. */
    record Succeeded(ClaimId claim, Arguments output, Instant at) implements StepState {}

    /**
     * It has not.
     *
     * @param unsealed its last request may still land, so nothing that depends on it may start
     */
    record Failed(ClaimId claim, String why, boolean unsealed, Arguments output, Instant at) implements StepState {}

    /** It never ran, or was stopped before it changed anything. */
    record Skipped(String why, Instant at) implements StepState {}

    /** Whether it can never be claimed again. */
    default boolean isEnded() {
        return switch (this) {
            case Pending p -> false;
            case AwaitingApproval a -> false;
            case Ready r -> false;
            case Claimed c -> false;
            case Succeeded s -> true;
            case Failed f -> true;
            case Skipped s -> true;
        };
    }

    /** The current claim, if a process is on it. */
    default @Nullable Claimed claimed() {
        return this instanceof Claimed claimed ? claimed : null;
    }
}
