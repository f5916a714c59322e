package io.lifeboat.workspaces.objective;

/** How far Lifeboat recovers from a scenario by itself. */
public enum Automation {
    YES,
    /** It fails over by itself and restores after approval. */
    FAILOVER_ONLY,
    AFTER_APPROVAL
}
