package io.lifeboat.saga.core;

import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A claim of this process that is being worked on. Not thread-safe: it belongs to the loop. */
final class Job {
    /** How far a job is. */
    enum Phase {
        BARRIER,
        RUNNING,
        SEALING,
        /** Its verdict is on its way into the log. */
        ENDED
    }

    private final StepClaimed claimed;
    private final StepState.Claimed claim;
    private final Instant since;
    private Phase phase = Phase.BARRIER;
    private Ports.@Nullable Work work;
    private @Nullable StepEnded verdict;

    Job(StepClaimed claimed, StepState.Claimed claim, Instant since) {
        this.claimed = claimed;
        this.claim = claim;
        this.since = since;
    }

    StepClaimed claimed() {
        return claimed;
    }

    StepState.Claimed claim() {
        return claim;
    }

    Instant since() {
        return since;
    }

    WorkspaceId workspace() {
        return claimed.workspace();
    }

    IncidentId incident() {
        return claimed.incident();
    }

    StepId step() {
        return claimed.step();
    }

    boolean isIn(Phase asked) {
        return phase == asked;
    }

    void enter(Phase next, Ports.@Nullable Work nextWork) {
        phase = next;
        work = nextWork;
    }

    void verdict(StepEnded published) {
        verdict = published;
    }

    /** What was published, if it has ended. */
    Optional<StepEnded> verdict() {
        return Optional.ofNullable(verdict);
    }

    void cancelWork() {
        if (work != null) {
            work.cancel();
            work = null;
        }
    }
}
