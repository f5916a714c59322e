package io.lifeboat.detector.incident.decide;

import io.lifeboat.events.fold.Incident;

/** One thing that the detector sees to in each open incident. Pure. */
@FunctionalInterface
interface IncidentDuty {
    Turn turn(Incident incident, Situation situation);

    /** The oldest incident in which something is to be done comes first. */
    default Duty forAll() {
        return situation -> Turns.first(situation.workspace().open().map(incident -> turn(incident, situation)));
    }
}
