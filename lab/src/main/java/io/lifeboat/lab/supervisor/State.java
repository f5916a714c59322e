package io.lifeboat.lab.supervisor;

/** What a watched process is doing. */
enum State {
    /** Waits for those it depends on. */
    WAITING,
    /** Runs, not ready yet. */
    STARTING,
    READY,
    /** Held by SIGSTOP. */
    PAUSED,
    /** Died; to be started again at once, or after a pause if it keeps failing. */
    RESTARTING,
    /** Died, and is not to be started again by itself. */
    EXITED,
    /** Told to be down. */
    STOPPED,
    /** Dead, and not to be started by anyone before it is unfenced. */
    FENCED
}
