package io.lifeboat.events.incident;

import java.time.Duration;

/** How bad it is: response is the time in which somebody must have acknowledged, recovery the target. */
public enum Severity {
    P0(Duration.ofMinutes(15), Duration.ofMinutes(30)),
    P1(Duration.ofMinutes(30), Duration.ofHours(2)),
    P2(Duration.ofMinutes(60), Duration.ofHours(4)),
    P3(Duration.ofDays(1), Duration.ofHours(24));

    private final Duration response;
    private final Duration recovery;

    Severity(Duration response, Duration recovery) {
        this.response = response;
        this.recovery = recovery;
    }

    public Duration response() {
        return response;
    }

    public Duration recovery() {
        return recovery;
    }
}
