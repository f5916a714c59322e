package io.lifeboat.events.incident;

import io.lifeboat.events.Fields;
import java.time.Duration;

/**
 * Recovery time and recovery point objectives of an incident.
 *
 * @param rtoTarget time to recovery that is aimed at
 * @param rtoMax time after which the objective is breached
 * @param rpoTarget loss of data, in time, that is aimed at
 * @param rpoMax loss of data after which the objective is breached
 */
public record Objective(Duration rtoTarget, Duration rtoMax, Duration rpoTarget, Duration rpoMax) {

    public Objective {
        Fields.bounded("rtoTarget", rtoTarget);
        Fields.bounded("rtoMax", rtoMax);
        Fields.bounded("rpoTarget", rpoTarget);
        Fields.bounded("rpoMax", rpoMax);
        requireOrder("rto", rtoTarget, rtoMax);
        requireOrder("rpo", rpoTarget, rpoMax);
    }

    private static void requireOrder(String field, Duration target, Duration max) {
        if (target.isNegative() || max.compareTo(target) < 0) {
            throw new IllegalArgumentException(
                    "%s: expected a target of zero or more and a maximum not below it, got %s and %s"
                            .formatted(field, target, max));
        }
    }
}
