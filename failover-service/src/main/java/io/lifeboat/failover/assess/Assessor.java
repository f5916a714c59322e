package io.lifeboat.failover.assess;

import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a site all that it must be asked before it may take over; changes nothing there. Thread-safe. */
@Singleton
public class Assessor {
    private final Nodes nodes;
    private final Checks checks;

    Assessor(Nodes nodes, Checks checks) {
        this.nodes = nodes;
        this.checks = checks;
    }

    /**
     * What the site is like now.
     *
     * @param baseline what was recorded while healthy, if anything
     * @param maxLag how far behind it may be
     * @param byCommand a person wants it: then being behind is their choice
     */
    public StepOutcome assess(
            WorkspaceConfig workspace,
            Site site,
            @Nullable BaselineRecorded baseline,
            Duration maxLag,
            boolean byCommand)
            throws InterruptedException {
        List<QdrantClient> clients = nodes.of(workspace, site);
        Standby standby = new Standby(workspace, site, clients, checks.telemetry(clients), baseline, maxLag, byCommand);
        return Assessment.of(standby, checks.run(standby));
    }
}
