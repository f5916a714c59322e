package io.lifeboat.cli.demo;

import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.cli.log.FoldedRecord;
import io.lifeboat.cli.timeline.EventText;
import io.lifeboat.cli.timeline.IncidentWatch;
import io.lifeboat.cli.timeline.TimelineEntry;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.IncidentOpened;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the timeline of the incident that the fault leads to, as it comes from the log. Thread-safe. */
final class Recording {
    private final List<TimelineEntry> entries = new ArrayList<>();
    private final Map<StepId, String> sentences = new HashMap<>();
    private Optional<IncidentWatch> watch = Optional.empty();
    private boolean armed;
    private int told;

    /** From here on the first incident that opens with a plan to move traffic is the one. */
    synchronized void arm() {
        armed = true;
    }

    /** A record of the log; called in its order. */
    synchronized void see(FoldedRecord folded) {
        if (armed && watch.isEmpty() && isOpening(folded)) {
            IncidentOpened opened = (IncidentOpened) folded.record().event();
            watch = Optional.of(new IncidentWatch(opened.workspace(), opened.incident()));
        }
        watch.flatMap(of -> of.see(folded.before(), folded.record(), folded.after()))
                .ifPresent(this::keep);
    }

    private static boolean isOpening(FoldedRecord folded) {
        return folded.record().event() instanceof IncidentOpened opened
                && opened.workspace().equals(LabShape.WORKSPACE)
                && opened.plan().isMoving()
                && folded.ruling().isEffective();
    }

    private void keep(TimelineEntry entry) {
        entries.add(entry);
        if (entry.ruling().isEffective()) {
            entry.step()
                    .ifPresent(step ->
                            sentences.put(step, EventText.of(entry.event()).sentence()));
        }
    }

    /** Those that came since the last call. */
    synchronized List<TimelineEntry> fresh() {
        List<TimelineEntry> fresh = List.copyOf(entries.subList(told, entries.size()));
        told = entries.size();
        return fresh;
    }

    synchronized List<TimelineEntry> all() {
        return List.copyOf(entries);
    }

    /** The last sentence about each step. */
    synchronized Map<StepId, String> sentences() {
        return Map.copyOf(sentences);
    }
}
