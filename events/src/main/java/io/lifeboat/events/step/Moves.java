package io.lifeboat.events.step;

/** What a step moves when it succeeds: a plan that moves something is the only one of its kind in a workspace. */
public enum Moves {
    NOTHING,
    TRAFFIC,
    DATA
}
