package io.lifeboat.verifier.baseline;

import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.saga.Decider;
import io.lifeboat.saga.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Steps come first; while there are none to claim, a baseline that was prepared is recorded if it still holds. */
public final class BaselineDecider implements Decider {
    private final Decider steps;
    private final Function<WorkspaceId, Optional<BaselineRecorded>> prepared;

    public BaselineDecider(Decider steps, Function<WorkspaceId, Optional<BaselineRecorded>> prepared) {
        this.steps = steps;
        this.prepared = prepared;
    }

    @Override
    public Decision decide(Workspace workspace, Fleet fleet, Instant now) {
        Decision decision = steps.decide(workspace, fleet, now);
        if (!(decision instanceof Decision.Wait)) {
            return decision;
        }
        return prepared.apply(workspace.id())
                .filter(baseline -> Healthy.unsuited(workspace).isEmpty())
                .filter(baseline -> baseline.site().equals(workspace.active()))
                .filter(baseline -> isNewer(baseline, workspace))
                .<Decision>map(BaselineDecider::record)
                .orElse(decision);
    }

    private static boolean isNewer(BaselineRecorded baseline, Workspace workspace) {
        BaselineRecorded last = workspace.baseline();
        return last == null || baseline.takenAt().isAfter(last.takenAt());
    }

    private static Decision record(BaselineRecorded baseline) {
        return new Decision.Append(
                List.of(baseline),
                "%s is healthy on %s: the baseline of %d collections taken at %s is recorded"
                        .formatted(
                                baseline.workspace(),
                                baseline.site(),
                                baseline.collections().size(),
                                baseline.takenAt()));
    }
}
