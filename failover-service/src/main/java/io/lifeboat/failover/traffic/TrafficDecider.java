package io.lifeboat.failover.traffic;

import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.TrafficObserved;
import io.lifeboat.saga.Decider;
import io.lifeboat.saga.Decision;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Tells the log where traffic goes while the log does not say so yet, else leaves the turn to the steps. Pure: it uses what
 * was seen last.
 */
public final class TrafficDecider implements Decider {
    private final Decider steps;
    private final Function<WorkspaceId, Sight> sights;

    public TrafficDecider(Decider steps, Function<WorkspaceId, Sight> sights) {
        this.steps = steps;
        this.sights = sights;
    }

    @Override
    public Decision decide(Workspace workspace, Fleet fleet, Instant now) {
        Decision ofSteps = steps.decide(workspace, fleet, now);
        if (workspace.active() != null || !(ofSteps instanceof Decision.Wait wait)) {
            return ofSteps;
        }
        return switch (sights.apply(workspace.id())) {
            case Sight.Found found ->
                new Decision.Append(
                        List.of(new TrafficObserved(workspace.id(), found.site(), found.epoch())),
                        "traffic goes to %s, and the log does not say so yet".formatted(found.site()));
            case Sight.NotYet notYet -> waiting(wait, "the traffic target is being read");
            case Sight.Foreign foreign ->
                waiting(wait, "traffic goes to %s, which is no site".formatted(foreign.value()));
            case Sight.Unreachable lost -> waiting(wait, "the traffic target cannot be read: " + lost.why());
        };
    }

    private static Decision waiting(Decision.Wait wait, String why) {
        return new Decision.Wait(wait.until(), "%s; %s".formatted(why, wait.why()));
    }
}
