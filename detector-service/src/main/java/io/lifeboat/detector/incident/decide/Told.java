package io.lifeboat.detector.incident.decide;

import io.lifeboat.detector.incident.scenario.Finding;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * Incidents that stand in for a failover which may not happen now: during a hold, a maintenance or a cool-down people are
 * told, and nothing moves. Once it may happen it is decided afresh, as an incident of its own. Pure.
 */
final class Told {
    static final StepId RESOLVED = new StepId("notify-resolved");
    private static final StepId CALL = new StepId("not-acted-on");

    private Told() {}

    /** @param obstacle why nothing moves */
    static Plan plan(Finding finding, String obstacle) {
        return new Plan(
                List.of(
                        Notices.first(),
                        Notices.escalate(CALL, "nothing moves though %s; %s".formatted(finding.why(), obstacle))),
                List.of());
    }

    static boolean is(Incident incident) {
        return !incident.plan().isMoving() && incident.plan().find(CALL).isPresent();
    }

    /** Whether it is still to be ended. */
    static boolean isOpen(Incident incident) {
        return is(incident) && incident.stage().holdsLock();
    }

    /** A person has ended it while its cause lasted: that is a decision about the cause, not about the telling. */
    static boolean isDecided(Incident incident) {
        return is(incident) && incident.stage() == Stage.ABORTED;
    }

    /** The incident that does what could only be told of, if there is one. */
    static Optional<Incident> successor(Incident told, Situation situation) {
        return situation
                .workspace()
                .open()
                .filter(other -> !is(other)
                        && other.seq() > told.seq()
                        && told.site() != null
                        && told.site().equals(other.site())
                        && other.plan().isMoving())
                .findFirst();
    }

    /** The same with a last message; sent, it says that service is back. */
    static Plan resolved(Plan plan) {
        Plan more = Notices.with(plan, Notices.last(RESOLVED));
        return new Plan(more.steps(), List.of(RESOLVED));
    }
}
