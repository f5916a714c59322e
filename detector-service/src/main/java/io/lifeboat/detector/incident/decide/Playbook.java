package io.lifeboat.detector.incident.decide;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.incident.Objective;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.incident.Severity;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Plan;
import java.time.Duration;
import java.util.Set;

/** What a workspace's configuration says of incidents: plans, objectives, times. Immutable. */
public interface Playbook {

    /**
     * The plan of a scenario while that site is active.
     *
     * @param unfit sites that could not take over, by what the vantages see: another one is preferred if there is one
     */
    Plan plan(Scenario scenario, SiteId active, Set<SiteId> unfit);

    /** The same to a site that a person chose; ask {@link #mayTakeOver} before. */
    Plan planTo(Scenario scenario, SiteId active, SiteId standby);

    /**
     * The plan that brings data back on the active site.
     *
     * @throws IllegalArgumentException naming what of the wish cannot be read
     */
    Plan restore(Scenario scenario, SiteId active, Arguments wish);

    /** Whether that text names a site of the workspace other than the active one. */
    boolean mayTakeOver(String site, SiteId active);

    /** The same plan with the lag gate open: a person has decided that a standby which is behind will do. */
    Plan despiteLag(Plan plan);

    Severity severity(Scenario scenario);

    Objective objective(Scenario scenario);

    /** From a traffic claim until the next automatic failover may open. */
    Duration coolDown();
}
