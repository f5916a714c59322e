package io.lifeboat.events.plan;

/** How a step that another one needs must have ended. */
public enum Outcome {
    SUCCEEDED,
    FAILED,
    /** Ended in any way: succeeded, failed or skipped. */
    ENDED
}
