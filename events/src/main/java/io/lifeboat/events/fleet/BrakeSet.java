package io.lifeboat.events.fleet;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.id.Service;
import java.time.Duration;

/**
 * How many automatic traffic moves are admitted in a window, by the order and time of this log.
 */
@EventName(value = "io.lifeboat.fleet.brake-set.v1", writers = Service.DETECTOR)
public record BrakeSet(int most, Duration window) implements FleetEvent {
    public BrakeSet {
        Fields.bounded("window", window);
        if (most < 0) {
            throw new IllegalArgumentException("brake.most: expected 0 or more, got " + most);
        }
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("brake.window: expected more than zero, got " + window);
        }
    }
}
