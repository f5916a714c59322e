package io.lifeboat.cli.demo;

import java.time.Duration;

/**
 * How long each stage may take, and how long the viewer is given.
 *
 * @param start until all processes are ready
 * @param settle until the services know what is normal
 * @param look how long the healthy state is shown
 * @param notice from the fault to the incident
 * @param recover from the fault to the recovery
 * @param conclude from the recovery to the end of the plan
 * @param aftermath how long users go on after the plan has ended
 */
record DemoLimits(
        Duration start,
        Duration settle,
        Duration look,
        Duration notice,
        Duration recover,
        Duration conclude,
        Duration aftermath) {

    /** @param fast without the waits that are for the viewer alone */
    static DemoLimits of(boolean fast) {
        return new DemoLimits(
                Duration.ofSeconds(120),
                Duration.ofSeconds(30),
                fast ? Duration.ZERO : Duration.ofSeconds(3),
                Duration.ofSeconds(20),
                Duration.ofSeconds(45),
                Duration.ofSeconds(25),
                fast ? Duration.ofMillis(500) : Duration.ofSeconds(2));
    }
}
