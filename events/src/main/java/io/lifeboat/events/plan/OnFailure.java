package io.lifeboat.events.plan;

/** What the failure of a step means for its incident. */
public enum OnFailure {
    /** The plan goes on: the step was worth trying, and the timeline records why it failed. */
    CONTINUE,
    /** Steps that need this failure take over. */
    BRANCH,
    /** Steps that compensate for what already succeeded run, then a person is needed. */
    COMPENSATE,
    /** A person is needed. */
    ESCALATE
}
