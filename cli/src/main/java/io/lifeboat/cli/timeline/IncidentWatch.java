package io.lifeboat.cli.timeline;

import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.fold.Partition;
import io.lifeboat.events.fold.Ruling;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.IncidentEvent;
import io.lifeboat.events.incident.PartitionEvent;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.StepProgressed;
import io.lifeboat.events.incident.WorkspaceEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Picks one incident's timeline out of its partition: all that is about the incident, and, while it holds its workspace's lock,
 * what else happens there that bears on it (holds, owners, epochs). Not thread-safe.
 */
public final class IncidentWatch {
    private record Claim(int attempt, long epoch) {}

    private static final Claim NONE = new Claim(0, 0);

    private final WorkspaceId workspace;
    private final IncidentId incident;
    private final Map<ClaimId, Claim> claims = new HashMap<>();

    public IncidentWatch(WorkspaceId workspace, IncidentId incident) {
        this.workspace = workspace;
        this.incident = incident;
    }

    /** The record's entry, if it belongs to the timeline. */
    public Optional<TimelineEntry> see(Partition before, LogRecord record, Partition after) {
        if (!concerns(before, record)) {
            return Optional.empty();
        }
        Claim claim = claim(record, after);
        Ruling ruling = after.ruling();
        return Optional.of(new TimelineEntry(record, ruling, claim.attempt(), claim.epoch()));
    }

    private boolean concerns(Partition before, LogRecord record) {
        if (!(record.event() instanceof IncidentEvent event)) {
            return false;
        }
        return switch (event) {
            case PartitionEvent partition -> isRunning(before);
            case WorkspaceEvent of ->
                of.workspace().equals(workspace)
                        && of.about().map(incident::equals).orElseGet(() -> isRunning(before));
        };
    }

    private boolean isRunning(Partition partition) {
        return find(partition).filter(found -> found.stage().holdsLock()).isPresent();
    }

    private Optional<Incident> find(Partition partition) {
        Workspace found = partition.workspaces().get(workspace);
        return found == null ? Optional.empty() : found.find(incident);
    }

    private Claim claim(LogRecord record, Partition after) {
        if (record.event() instanceof StepClaimed claimed) {
            Claim made = new Claim(claimed.attempt(), epoch(after, claimed.step(), claimed.claim()));
            claims.put(claimed.claim(), made);
            return made;
        }
        if (record.event() instanceof StepEnded ended) {
            return claims.getOrDefault(ended.claim(), NONE);
        }
        return record.event() instanceof StepProgressed progressed
                ? claims.getOrDefault(progressed.claim(), NONE)
                : NONE;
    }

    private long epoch(Partition after, StepId step, ClaimId claim) {
        return find(after)
                .flatMap(found -> found.find(step))
                .map(status -> status.state().claimed())
                .filter(current -> current.claim().equals(claim))
                .map(StepState.Claimed::epoch)
                .orElse(0L);
    }
}
