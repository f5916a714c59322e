package io.lifeboat.events.fleet;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.WorkspaceId;

/**
 * Gives a workspace's next incident its number, and admits its automatic traffic move or stops it by the brake. It counts only if
 * the number is the next one of that day and that incident has none yet.
 *
 * @param seq the workspace's own counter of incidents
 * @param day the day of the number, UTC
 * @param movesTrafficByItself asks for admission under the brake
 */
@EventName(value = "io.lifeboat.incident.numbered.v1", writers = Service.DETECTOR)
public record IncidentNumbered(
        WorkspaceId workspace, long seq, java.time.LocalDate day, int number, boolean movesTrafficByItself)
        implements FleetEvent {
    public IncidentNumbered {
        Fields.present("workspace", workspace);
        Fields.present("day", day);
        Fields.counter("seq", 1, seq);
        if (day.getYear() < 1970 || day.getYear() > 9999) {
            throw new IllegalArgumentException("day: expected a year of 1970 to 9999, got " + day);
        }
        if (number < 1 || number > IncidentId.MOST_A_DAY) {
            throw new IllegalArgumentException(
                    "number: expected 1 to %d, got %d".formatted(IncidentId.MOST_A_DAY, number));
        }
    }
}
