package io.lifeboat.detector.probe.http;

import java.time.Duration;

/** Measures from its making. */
public record Stopwatch(long began) {

    public static Stopwatch start() {
        return new Stopwatch(System.nanoTime());
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
