package io.lifeboat.detector.probe.schedule;

import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.detector.probe.track.Opinion;

/**
 * One result and what is held since.
 *
 * @param opinion that probe's, with hysteresis
 */
public record Observed(ProbeTarget target, String probe, ProbeResult result, Opinion opinion) {}
