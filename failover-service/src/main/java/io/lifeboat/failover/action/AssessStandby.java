package io.lifeboat.failover.action;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepType;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.failover.assess.Assessment;
import io.lifeboat.failover.assess.Checks;
import io.lifeboat.failover.assess.Nodes;
import io.lifeboat.failover.assess.Standby;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.saga.step.StepAction;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Judges whether a standby may take over. */
@Singleton
public final class AssessStandby implements StepAction {
    private final LifeboatConfig config;
    private final Nodes nodes;
    private final Checks checks;

    AssessStandby(LifeboatConfig config, Nodes nodes, Checks checks) {
        this.config = config;
        this.nodes = nodes;
        this.checks = checks;
    }

    @Override
    public StepType type() {
        return StepCatalogue.ASSESS_STANDBY;
    }

    @Override
    public StepOutcome run(StepContext context) throws InterruptedException {
        SiteId id = new SiteId(context.arguments().required("site"));
        Optional<WorkspaceConfig> workspace =
                config.workspace(context.workspace().id());
        Optional<Site> site = workspace.flatMap(found -> found.site(id));
        if (site.isEmpty()) {
            return StepOutcome.failed("%s is no configured site of workspace %s"
                    .formatted(id, context.workspace().id()));
        }
        Standby standby = standby(context, workspace.orElseThrow(), site.get());
        return Assessment.of(standby, checks.run(standby));
    }

    private Standby standby(StepContext context, WorkspaceConfig workspace, Site site) throws InterruptedException {
        List<QdrantClient> clients = nodes.of(workspace, site);
        Duration maxLag = context.arguments()
                .text("maxLag")
                .map(Duration::parse)
                .orElse(workspace.policies().maxLag());
        return new Standby(
                workspace,
                site,
                clients,
                checks.telemetry(clients),
                context.workspace().baseline(),
                maxLag,
                !context.incident().automatic());
    }
}
