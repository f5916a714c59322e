package io.lifeboat.saga.step;

import io.lifeboat.events.plan.Arguments;

/** How an action went. */
public sealed interface StepOutcome {

    /** One sentence for people. */
    String why();

    /** The effect was made and read back. */
    record Done(Arguments output, String why) implements StepOutcome {}

    /** It did not work and trying again would not help. */
    record Failed(Arguments output, String why) implements StepOutcome {}

    /** It did not work; the plan says whether it is tried again. */
    record Retry(String why) implements StepOutcome {}

    /**
     * The target carries a higher epoch, or this one with another claim.
     *
     * @param epoch what it carries
     */
    record Conflict(long epoch, String why) implements StepOutcome {}

    /** It was not started because somebody holds the workspace or the fleet: it may be claimed again after the release. */
    record NotStarted(String why) implements StepOutcome {}

    /** A request may still land, and the target could not be reached to seal it. */
    record Unsealed(String why) implements StepOutcome {}

    static StepOutcome done(String why) {
        return new Done(Arguments.none(), why);
    }

    static StepOutcome failed(String why) {
        return new Failed(Arguments.none(), why);
    }
}
