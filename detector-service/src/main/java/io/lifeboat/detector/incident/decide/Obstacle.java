package io.lifeboat.detector.incident.decide;

import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.Window;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.plan.Plan;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a plan may not open now.
 *
 * @param until when it ends by itself; absent if it takes a person, or something else to end
 * @param why what stands in the way, and until when
 * @param isTold whether people are told meanwhile; not where they are already dealing with the workspace
 */
record Obstacle(@Nullable Instant until, String why, boolean isTold) {

    /** Pure. */
    static Optional<Obstacle> to(Plan plan, Situation situation) {
        Workspace workspace = situation.workspace();
        Optional<Incident> holder = workspace.lockHolder();
        if (plan.isMoving() && holder.isPresent()) {
            String why = "%s is still recovering, and one recovery runs at a time"
                    .formatted(holder.get().id());
            return Optional.of(new Obstacle(null, why, false));
        }
        if (!plan.isMovingTrafficByItself()) {
            return Optional.empty();
        }
        if (workspace.isCoolingDown(situation.now())) {
            Instant until = workspace.coolDownUntil();
            String why =
                    "traffic moved a short time ago; fails over by itself only after %s, or once somebody has acknowledged"
                            .formatted(until);
            return Optional.of(new Obstacle(until, why, true));
        }
        return situation.stopped(true).map(why -> new Obstacle(endOf(situation), why + "; decides afresh then", true));
    }

    private static @Nullable Instant endOf(Situation situation) {
        Window window = situation.workspace().maintenance();
        return window != null && window.contains(situation.now()) ? window.until() : null;
    }
}
