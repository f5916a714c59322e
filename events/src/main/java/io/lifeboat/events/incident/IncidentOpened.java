package io.lifeboat.events.incident;

import io.lifeboat.events.EventName;
import io.lifeboat.events.Fields;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An incident begins, with its plan.
 *
 * @param seq the workspace's own counter: it counts only if it is the last one plus one
 * @param startedAt first bad evidence, by the clocks of the vantages: the RTO clock starts here
 * @param automatic opened by Lifeboat itself, not by a person's command
 * @param site the site that is concerned, where it is one
 * @param objective what recovery is measured against
 * @param coolDown from the traffic claim until the next automatic failover may open
 * @param votes how the verdict came about
 * @param why one sentence: what, why
 */
@EventName(value = "io.lifeboat.incident.opened.v1", writers = Service.DETECTOR)
public record IncidentOpened(
        WorkspaceId workspace,
        IncidentId incident,
        long seq,
        Scenario scenario,
        Severity severity,
        Instant startedAt,
        boolean automatic,
        @Nullable SiteId site,
        Objective objective,
        Duration coolDown,
        Plan plan,
        List<Vote> votes,
        String why,
        @Nullable SignedCommand command)
        implements WorkspaceEvent {
    public IncidentOpened {
        Fields.present("workspace", workspace);
        Fields.present("incident", incident);
        Fields.counter("seq", 1, seq);
        Fields.present("scenario", scenario);
        Fields.present("severity", severity);
        Fields.present("startedAt", startedAt);
        Fields.present("objective", objective);
        Fields.bounded("coolDown", coolDown);
        Fields.present("plan", plan);
        votes = Fields.list("votes", votes);
        Fields.present("why", why);
        if (automatic && command != null) {
            throw new IllegalArgumentException("command: expected none for an incident that Lifeboat opens by itself");
        }
    }

    @Override
    public Optional<IncidentId> about() {
        return Optional.of(incident);
    }
}
