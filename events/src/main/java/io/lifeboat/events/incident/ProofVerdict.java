package io.lifeboat.events.incident;

/** How the proof of a kept backup ended. */
public enum ProofVerdict {
    /** Restored into a scratch server that was restarted, all was as recorded. */
    PROVEN,
    /** Something differed, or could not be restored: this backup is not to be relied on. */
    REFUTED
}
