package io.lifeboat.detector.incident.scenario;

import java.time.Duration;

/**
 * How long evidence must last before it counts, by the vantages' clocks. An outage of the whole cluster has no grace.
 *
 * @param partial for what may be the beginning of something larger: one node, an application, a standby
 * @param partition for vantages that disagree by where they stand
 */
public record Graces(Duration partial, Duration partition) {
    public static final Graces DEFAULT = new Graces(Duration.ofSeconds(5), Duration.ofSeconds(30));

    public Graces {
        if (partial.isNegative() || partition.isNegative()) {
            throw new IllegalArgumentException(
                    "graces: expected zero or more, got %s and %s".formatted(partial, partition));
        }
    }
}
