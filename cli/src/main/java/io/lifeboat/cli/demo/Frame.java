package io.lifeboat.cli.demo;

import io.lifeboat.events.id.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * All that a view shows of one moment.
 *
 * @param begun when the demonstration began
 * @param faultAt when the fault was injected, once it was
 * @param before what users had got by then
 * @param sentences the last sentence about each step
 */
record Frame(
        DemoStage stage,
        Observation seen,
        Instant begun,
        Optional<Instant> faultAt,
        Optional<UserStats> before,
        Map<StepId, String> sentences) {

    Frame {
        sentences = Map.copyOf(sentences);
    }

    Duration sinceBegin() {
        return Duration.between(begun, seen.at());
    }
}
