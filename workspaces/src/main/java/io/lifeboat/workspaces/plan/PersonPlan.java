package io.lifeboat.workspaces.plan;

import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.plan.Plan;
import java.util.List;

/** The plan where nothing moves by itself: it tells what happened, and that a person is needed. */
final class PersonPlan {
    private PersonPlan() {}

    static Plan of(Scenario scenario, String why) {
        String reason = "%s: %s, a person is needed".formatted(scenario, why);
        return new Plan(List.of(Notices.first(), Notices.escalate("escalate", reason)), List.of());
    }
}
