package io.lifeboat.cli.demo;

import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.SiteId;
import java.time.Instant;
import java.util.List;

/** How far a demonstration is. */
sealed interface DemoStage {

    /** Processes start. */
    record Starting(Instant since) implements DemoStage {}

    /** All run; the services find out what is normal. */
    record Settling(Instant since, String waitsFor) implements DemoStage {}

    /** All is well; the viewer has a look at it. */
    record Healthy(Instant since, SiteId active) implements DemoStage {}

    /**
     * The fault is to be injected now.
     *
     * @param seq of the workspace's last incident before
     */
    record Due(SiteId active, long seq) implements DemoStage {}

    /** The fault was injected, and nobody has opened an incident yet. */
    record Unnoticed(Instant faultAt, SiteId lost, long seq) implements DemoStage {}

    /** An incident is open. */
    record Recovering(Instant faultAt, SiteId lost, IncidentId incident) implements DemoStage {}

    /** Service is back; what is left of the plan is carried out, and the users go on. */
    record Concluding(Instant faultAt, IncidentId incident, Instant since) implements DemoStage {}

    /** All of the plan has been carried out. */
    record Succeeded(Instant faultAt, IncidentId incident) implements DemoStage {}

    /**
     * It will not be.
     *
     * @param reasons each naming who or what is missing
     */
    record Failed(List<String> reasons) implements DemoStage {
        public Failed {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("reasons: expected at least one");
            }
        }
    }

    default boolean isOver() {
        return this instanceof Succeeded || this instanceof Failed;
    }
}
