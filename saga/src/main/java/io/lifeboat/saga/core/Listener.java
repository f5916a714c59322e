package io.lifeboat.saga.core;

import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.fold.Ruling;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.saga.Decision;
import java.time.Duration;

/** Watches a participant, for metrics and logs. Called on its loop: must be quick and must not throw. */
public interface Listener {
    Listener NONE = new Listener() {};

    /** A live record was folded. */
    default void folded(LogRecord record, Ruling ruling) {}

    default void decided(WorkspaceId workspace, Decision decision) {}

    default void claimWon(StepClaimed claim) {}

    default void claimLost(StepClaimed claim, String why) {}

    /** @param took from the claim's read-back to its verdict */
    default void stepEnded(StepEnded event, Duration took) {}

    default void ownership(int partition, boolean owner, long term) {}
}
