package io.lifeboat.verifier.baseline;

import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.WorkspaceId;
import java.util.Optional;

/** The state of the log as this process has folded it. Thread-safe. */
public interface Head {

    /** A workspace's state; empty unless this process owns its partition and has folded it to the end. */
    Optional<Workspace> owned(WorkspaceId workspace) throws InterruptedException;

    /** Has the decider asked again. */
    void poke(WorkspaceId workspace);
}
