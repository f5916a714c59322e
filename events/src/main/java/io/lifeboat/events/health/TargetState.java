package io.lifeboat.events.health;

/** What a vantage thinks of a target. */
public enum TargetState {
    UP,
    /** It answers, but not as it should. */
    DEGRADED,
    DOWN,
    /** Not known: not asked yet, or the vantage cannot trust its own eyes. */
    UNKNOWN
}
