package io.lifeboat.saga;

import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.Workspace;
import java.time.Instant;

/**
 * Says what is to be done now about a workspace, from the state at the head of the log. Pure and quick: it runs on the
 * participant's loop, only while its process owns the partition and has read back all that it appended for that workspace.
 */
@FunctionalInterface
public interface Decider {

    /** @param now by the local clock: it decides when something is tried, never whether it counts */
    Decision decide(Workspace workspace, Fleet fleet, Instant now);
}
