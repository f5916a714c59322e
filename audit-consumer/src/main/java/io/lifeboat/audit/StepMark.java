package io.lifeboat.audit;

import io.lifeboat.events.Event;
import io.lifeboat.events.fold.Partition;
import io.lifeboat.events.fold.StepStatus;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.StepProgressed;
import java.util.Optional;

/**
 * Which attempt of a step an event belongs to.
 *
 * @param attempt 0 where it belongs to none, or to a claim that was not the current one
 * @param epoch bound to the claim; 0 where it moves no traffic
 */
record StepMark(int attempt, long epoch) {
    static final StepMark NONE = new StepMark(0, 0);

    /** @param before the claim of a result is the current one before it, that of a claim after it */
    static StepMark of(Partition before, Event event, Partition after) {
        if (event instanceof StepClaimed made) {
            long epoch = find(after, made.workspace(), made.incident(), made.step(), made.claim())
                    .epoch();
            return new StepMark(made.attempt(), epoch);
        }
        if (event instanceof StepEnded ended) {
            return find(before, ended.workspace(), ended.incident(), ended.step(), ended.claim());
        }
        return event instanceof StepProgressed progressed
                ? find(before, progressed.workspace(), progressed.incident(), progressed.step(), progressed.claim())
                : NONE;
    }

    private static StepMark find(
            Partition partition, WorkspaceId workspace, IncidentId incident, StepId step, ClaimId claim) {
        Optional<StepStatus> status =
                partition.workspace(workspace).find(incident).flatMap(found -> found.find(step));
        return status.flatMap(found -> current(found, claim)).orElse(NONE);
    }

    private static Optional<StepMark> current(StepStatus status, ClaimId claim) {
        return Optional.ofNullable(status.currentClaim())
                .filter(current -> current.claim().equals(claim))
                .map(current -> new StepMark(status.attempt(), current.epoch()));
    }
}
