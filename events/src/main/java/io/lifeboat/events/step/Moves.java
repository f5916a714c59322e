package io.lifeboat.events.step;

/**
 * What a step moves when it succeeds. A plan that moves something is the only one of its kind in a workspace, and each
 * claim of such a step has an epoch of its own.
 */
public enum Moves {
    NOTHING,
    TRAFFIC,
    /** What names lead to, where traffic already goes: the active site stays, and no cool-down begins. */
    DATA
}
