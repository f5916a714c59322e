package io.lifeboat.failover.action;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepType;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.failover.assess.Assessor;
import io.lifeboat.saga.step.StepAction;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Judges whether a standby may take over. */
@Singleton
public final class AssessStandby implements StepAction {
    private final LifeboatConfig config;
    private final Assessor assessor;

    AssessStandby(LifeboatConfig config, Assessor assessor) {
        this.config = config;
        this.assessor = assessor;
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
        Duration maxLag = context.arguments()
                .text("maxLag")
                .map(Duration::parse)
                .orElse(workspace.get().policies().maxLag());
        return assessor.assess(
                workspace.get(),
                site.get(),
                context.workspace().baseline(),
                maxLag,
                !context.incident().automatic());
    }
}
