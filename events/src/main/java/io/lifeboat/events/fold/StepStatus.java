package io.lifeboat.events.fold;

import io.lifeboat.events.id.Person;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSet;
import org.pcollections.TreePSet;

/**
 * All that the log says of a step.
 *
 * @param attempt number of the last claim; 0 before the first
 * @param retries how many of its retries are used up
 * @param approvals who approved exactly this step of this plan
 * @param rerunAllowed the attempt of a BARE step that a person lets run once more
 * @param escalated a person was asked for
 */
public record StepStatus(
        StepState state, int attempt, int retries, PSet<Person> approvals, int rerunAllowed, boolean escalated) {

    static StepStatus initial() {
        return new StepStatus(new StepState.Pending(), 0, 0, TreePSet.empty(), 0, false);
    }

    StepStatus in(StepState next) {
        return new StepStatus(next, attempt, retries, approvals, rerunAllowed, escalated);
    }

    StepStatus claimed(StepState.Claimed claim) {
        return new StepStatus(claim, attempt + 1, retries, approvals, rerunAllowed, escalated);
    }

    StepStatus retried(StepState.Ready ready) {
        return new StepStatus(ready, attempt, retries + 1, approvals, rerunAllowed, escalated);
    }

    StepStatus approvedBy(Person person) {
        return new StepStatus(state, attempt, retries, approvals.plus(person), rerunAllowed, escalated);
    }

    StepStatus unapproved() {
        return new StepStatus(state, attempt, retries, TreePSet.empty(), rerunAllowed, escalated);
    }

    StepStatus allowRerun() {
        return new StepStatus(state, attempt, retries, approvals, attempt, escalated);
    }

    StepStatus escalate() {
        return new StepStatus(state, attempt, retries, approvals, rerunAllowed, true);
    }

    /** The current claim, if a process is on it. */
    public StepState.@Nullable Claimed currentClaim() {
        return state.claimed();
    }

    /** The approvals as a plain set. */
    public Set<Person> approvers() {
        return approvals;
    }
}
