package io.lifeboat.detector.probe.alert;

import io.lifeboat.detector.probe.track.Opinion;
import io.lifeboat.detector.probe.vantage.TargetKey;

/** Told what alerts make of a target; on any thread. */
@FunctionalInterface
public interface AlertListener {
    /** The name under which alerts speak, among the probes of a target. */
    String SOURCE = "alertmanager";

    void heard(TargetKey target, Opinion opinion);
}
