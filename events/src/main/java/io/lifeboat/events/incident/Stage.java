package io.lifeboat.events.incident;

/** How far an incident is. */
public enum Stage {
    RECOVERING(true),
    /** Lifeboat can do no more by itself; the workspace stays locked until a person ends it. */
    NEEDS_PERSON(true),
    /** Service is back: the RTO clock has stopped and the workspace's lock is released. */
    RECOVERED(false),
    /** Stability is watched. */
    WATCHING(false),
    CLOSED(false),
    ABORTED(false);

    private final boolean holdingLock;

    Stage(boolean holdingLock) {
        this.holdingLock = holdingLock;
    }

    /** Whether no other plan that moves traffic or data may open in the workspace. */
    public boolean holdsLock() {
        return holdingLock;
    }
}
