package io.lifeboat.detector.incident;

import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.WorkspaceHeld;
import io.lifeboat.saga.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the wait for a person after a lost tail into the log: each workspace is held once, so that also those wait who did not
 * notice, or have restarted since. Whoever noticed and does not decide about a workspace forgets it after a while: a person
 * may have released it by then. Not thread-safe: belongs to the participant's loop.
 */
final class LostTail {
    /** Longer than folding anew and a takeover last. */
    static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final Set<WorkspaceId> toHold = new HashSet<>();
    private Instant until = Instant.MIN;

    void noticed(Collection<WorkspaceId> workspaces, Instant now) {
        toHold.addAll(workspaces);
        until = now.plus(REMEMBERED);
    }

    /** The hold of a workspace that has none yet. It is wanted until it stands in the log. */
    Optional<Decision> hold(Workspace workspace, Instant now) {
        if (workspace.held() != null || now.isAfter(until)) {
            toHold.remove(workspace.id());
        }
        if (!toHold.contains(workspace.id())) {
            return Optional.empty();
        }
        String why =
                "the log lost its tail: what acknowledged records said is gone. Compare where traffic goes with what the"
                        + " log says, then release";
        WorkspaceHeld held = new WorkspaceHeld(workspace.id(), workspace.version(), why, null);
        return Optional.of(new Decision.Append(List.of(held), why));
    }
}
