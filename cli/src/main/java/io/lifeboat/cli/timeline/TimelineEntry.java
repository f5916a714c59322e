package io.lifeboat.cli.timeline;

import io.lifeboat.events.Event;
import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.fold.Ruling;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.ApprovalGiven;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.StepEscalated;
import io.lifeboat.events.incident.StepProgressed;
import io.lifeboat.events.incident.StepSkipped;
import java.util.Optional;

/**
 * One record of a timeline.
 *
 * @param attempt of the step's claim; 0 where it is about none
 * @param epoch bound to the claim; 0 where it moves no traffic
 */
public record TimelineEntry(LogRecord record, Ruling ruling, int attempt, long epoch) {

    public Event event() {
        return record.event();
    }

    /** The step that it is about, if it is about one. */
    public Optional<StepId> step() {
        return switch (record.event()) {
            case StepClaimed claimed -> Optional.of(claimed.step());
            case StepEnded ended -> Optional.of(ended.step());
            case StepProgressed progressed -> Optional.of(progressed.step());
            case StepSkipped skipped -> Optional.of(skipped.step());
            case StepEscalated escalated -> Optional.of(escalated.step());
            case ApprovalGiven approval -> Optional.of(approval.step());
            default -> Optional.empty();
        };
    }
}
