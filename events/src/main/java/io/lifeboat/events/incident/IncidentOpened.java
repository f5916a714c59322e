package io.lifeboat.events.incident;

import io.lifeboat.events.EventName;
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
        votes = List.copyOf(votes);
        if (coolDown.isNegative()) {
            throw new IllegalArgumentException("coolDown: expected zero or more, got " + coolDown);
        }
    }

    @Override
    public Optional<IncidentId> about() {
        return Optional.of(incident);
    }
}
