package io.lifeboat.detector.incident.decide;

import io.lifeboat.detector.incident.command.Order;
import io.lifeboat.detector.incident.scenario.Picture;
import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a decision is made from.
 *
 * @param picture what the vantages say
 * @param orders commands that have not been settled yet, oldest first
 * @param attentive from when on this process has watched without a gap: deadlines run from then
 * @param resumed when something last held steps back, as far as this process has seen
 * @param now by the local clock
 */
public record Situation(
        Workspace workspace,
        Fleet fleet,
        Picture picture,
        List<Order> orders,
        Instant attentive,
        Instant resumed,
        Instant now) {

    public Situation {
        orders = List.copyOf(orders);
    }

    /** Why no step of such an incident may have an effect now, if so. Notices are never stopped. */
    public Optional<String> stopped(boolean automatic) {
        return fleet.held() != null
                ? Optional.of("the fleet is held: " + fleet.held())
                : workspace.stopped(now, automatic);
    }

    /** The later of two times. */
    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
