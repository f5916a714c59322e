package io.lifeboat.detector.incident.decide;

/** One thing that the detector sees to. Pure. */
@FunctionalInterface
interface Duty {
    Turn turn(Situation situation);
}
