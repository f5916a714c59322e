package io.lifeboat.benchmarks.failover;

import io.lifeboat.cli.log.FoldedRecord;
import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.id.StepType;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.incident.Vote;
import io.lifeboat.events.step.StepCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the log says of one failover, as it comes. Thread-safe. */
final class Story {
    private final List<LogRecord> records = new ArrayList<>();
    private @Nullable IncidentOpened opened;

    /** Moments of a failover, in their order. */
    enum Moment {
        FIRST_BAD_EVIDENCE("first bad evidence of a vantage"),
        MAJORITY("a majority of the vantages says DOWN"),
        OPENED("incident opened"),
        ASSESSING("assessment claimed"),
        ASSESSED("standby assessed"),
        FENCING("fence claimed"),
        FENCED("old site fenced"),
        SWITCHING("switch claimed"),
        SWITCHED("switch read back and in the log"),
        ANSWERED("first good answer");

        final String text;

        Moment(String text) {
            this.text = text;
        }
    }

    /** On the reader's thread. */
    synchronized void see(FoldedRecord folded) {
        if (!folded.after().ruling().isEffective()) {
            return;
        }
        records.add(folded.record());
        if (folded.record().event() instanceof IncidentOpened incident) {
            opened = incident;
        }
    }

    synchronized int incidents() {
        return (int) records.stream()
                .filter(record -> record.event() instanceof IncidentOpened)
                .count();
    }

    boolean hasSwitched() {
        return ended(StepCatalogue.SWITCH_TRAFFIC).isPresent();
    }

    /** Milliseconds from the fault to each moment that the log knows. */
    Map<Moment, Double> since(Instant fault) {
        Map<Moment, Double> times = new EnumMap<>(Moment.class);
        put(times, Moment.FIRST_BAD_EVIDENCE, fault, startedAt());
        put(times, Moment.MAJORITY, fault, majorityAt());
        put(times, Moment.OPENED, fault, first(IncidentOpened.class));
        put(times, Moment.ASSESSING, fault, claimed(StepCatalogue.ASSESS_STANDBY));
        put(times, Moment.ASSESSED, fault, ended(StepCatalogue.ASSESS_STANDBY));
        put(times, Moment.FENCING, fault, claimed(StepCatalogue.FENCE_SITE));
        put(times, Moment.FENCED, fault, ended(StepCatalogue.FENCE_SITE));
        put(times, Moment.SWITCHING, fault, claimed(StepCatalogue.SWITCH_TRAFFIC));
        put(times, Moment.SWITCHED, fault, ended(StepCatalogue.SWITCH_TRAFFIC));
        return times;
    }

    private static void put(Map<Moment, Double> times, Moment moment, Instant fault, Optional<Instant> at) {
        at.ifPresent(known -> times.put(moment, Duration.between(fault, known).toNanos() / 1e6));
    }

    private synchronized Optional<Instant> startedAt() {
        return Optional.ofNullable(opened).map(IncidentOpened::startedAt);
    }

    private synchronized Optional<Instant> majorityAt() {
        return Optional.ofNullable(opened)
                .flatMap(incident -> incident.votes().stream()
                        .filter(vote -> vote.state() == TargetState.DOWN)
                        .map(Vote::since)
                        .filter(Objects::nonNull)
                        .sorted()
                        .skip(1)
                        .findFirst());
    }

    private synchronized Optional<Instant> first(Class<?> type) {
        return records.stream()
                .filter(record -> type.isInstance(record.event()))
                .map(LogRecord::appendedAt)
                .findFirst();
    }

    private synchronized Optional<Instant> claimed(StepType type) {
        return records.stream()
                .filter(record -> record.event() instanceof StepClaimed claimed
                        && isOf(claimed.step().value(), type))
                .map(LogRecord::appendedAt)
                .findFirst();
    }

    private synchronized Optional<Instant> ended(StepType type) {
        return records.stream()
                .filter(record -> record.event() instanceof StepEnded ended
                        && ended.verdict() == StepEnded.Verdict.SUCCEEDED
                        && isOf(ended.step().value(), type))
                .map(LogRecord::appendedAt)
                .findFirst();
    }

    private boolean isOf(String step, StepType type) {
        return opened != null
                && opened.plan().steps().stream()
                        .anyMatch(planned -> planned.id().value().equals(step)
                                && planned.type().equals(type));
    }
}
