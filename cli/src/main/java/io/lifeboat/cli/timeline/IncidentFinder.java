package io.lifeboat.cli.timeline;

import io.lifeboat.cli.Failure;
import io.lifeboat.cli.log.PartitionScan;
import io.lifeboat.events.fleet.IncidentNumbered;
import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.WorkspaceId;
import java.util.Optional;

/** Finds the workspace of an incident: the fleet's log gave it its number. Not thread-safe. */
final class IncidentFinder {
    private final IncidentId incident;
    private Fleet fleet = Fleet.empty();
    private Optional<TimelineEntry> numbered = Optional.empty();

    private IncidentFinder(IncidentId incident) {
        this.incident = incident;
    }

    /**
     * The record that gave the incident its number.
     *
     * @throws Failure if no record did
     */
    static TimelineEntry find(PartitionScan fleetLog, IncidentId incident) throws InterruptedException {
        IncidentFinder finder = new IncidentFinder(incident);
        fleetLog.read(PartitionScan.ALL, finder::see);
        return finder.numbered.orElseThrow(() -> Failure.failed("the log knows no incident %s", incident));
    }

    static WorkspaceId workspaceOf(TimelineEntry numbered) {
        return ((IncidentNumbered) numbered.event()).workspace();
    }

    private void see(LogRecord record) {
        fleet = fleet.apply(record);
        if (record.event() instanceof IncidentNumbered number
                && fleet.ruling().isEffective()
                && IncidentId.of(number.day(), number.number()).equals(incident)) {
            numbered = Optional.of(new TimelineEntry(record, fleet.ruling(), 0, 0));
        }
    }
}
