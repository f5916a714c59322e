package io.lifeboat.failover.traffic;

import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.SiteId;
import java.util.Optional;

/** Traffic that goes elsewhere than the log says, while no step moves it. It is only reported. Pure. */
final class Drift {
    private Drift() {}

    static Optional<String> between(Workspace state, Sight seen) {
        SiteId active = state.active();
        if (active == null || state.open().anyMatch(Drift::isMoving)) {
            return Optional.empty();
        }
        return switch (seen) {
            case Sight.NotYet notYet -> Optional.empty();
            case Sight.Unreachable lost -> Optional.empty();
            case Sight.Found found ->
                found.site().equals(active)
                        ? Optional.empty()
                        : Optional.of(sentence(found.site().value(), found.epoch(), state));
            case Sight.Foreign foreign -> Optional.of(sentence(foreign.value(), foreign.epoch(), state));
        };
    }

    private static boolean isMoving(Incident incident) {
        return incident.stepsIn(StepState.Claimed.class).anyMatch(step -> step.movesTraffic());
    }

    private static String sentence(String value, long epoch, Workspace state) {
        return "traffic goes to %s with epoch %d, the log says %s with epoch %d"
                .formatted(value, epoch, state.active(), state.epoch());
    }
}
