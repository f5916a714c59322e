package io.lifeboat.detector.incident.decide;

import io.lifeboat.events.fleet.BrakeSet;
import io.lifeboat.workspaces.config.Brake;

/** Keeps the fleet's brake as it is configured. Only the decider of the fleet's first workspace has this duty. */
final class BrakeDuty implements Duty {
    private final BrakeSet wanted;

    BrakeDuty(Brake brake) {
        wanted = new BrakeSet(brake.most(), brake.window());
    }

    @Override
    public Turn turn(Situation situation) {
        return situation.fleet().brake().equals(wanted)
                ? Turn.NOTHING
                : Turn.act(
                        wanted,
                        "sets the brake as configured: at most %d automatic failovers in %s"
                                .formatted(wanted.most(), Texts.span(wanted.window())));
    }
}
