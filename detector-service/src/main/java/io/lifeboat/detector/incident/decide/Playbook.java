package io.lifeboat.detector.incident.decide;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.incident.Objective;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.incident.Severity;
import io.lifeboat.events.plan.Plan;
import java.time.Duration;

/** What a workspace's configuration says of incidents: plans, objectives, times. Immutable. */
public interface Playbook {

    /** The plan of a scenario while that site is active. */
    Plan plan(Scenario scenario, SiteId active);

    /** The same plan with the lag gate open: a person has decided that a standby which is behind will do. */
    Plan despiteLag(Plan plan);

    Severity severity(Scenario scenario);

    Objective objective(Scenario scenario);

    /** From a traffic claim until the next automatic failover may open. */
    Duration coolDown();
}
