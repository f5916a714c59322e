package io.lifeboat.failover.action;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepType;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.failover.fence.SiteFence;
import io.lifeboat.saga.step.StepAction;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.workspaces.config.Fence;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.Site;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Fences a site as far as it can be reached; if not, the plan records why. */
@Singleton
public final class FenceSite implements StepAction {
    private final LifeboatConfig config;
    private final Map<String, SiteFence> fences;

    FenceSite(LifeboatConfig config, @All List<SiteFence> fences) {
        this.config = config;
        this.fences = fences.stream().collect(Collectors.toMap(SiteFence::type, Function.identity()));
    }

    @Override
    public StepType type() {
        return StepCatalogue.FENCE_SITE;
    }

    @Override
    public StepOutcome run(StepContext context) throws InterruptedException {
        SiteId id = new SiteId(context.arguments().required("site"));
        Optional<Site> site = config.workspace(context.workspace().id()).flatMap(workspace -> workspace.site(id));
        if (site.isEmpty()) {
            return StepOutcome.failed("%s is no configured site of workspace %s"
                    .formatted(id, context.workspace().id()));
        }
        Fence fence = site.get().fence();
        if (fence == null) {
            return StepOutcome.failed("%s could not be fenced: no fence is configured for it".formatted(id));
        }
        SiteFence kind = fences.get(fence.type());
        return kind == null
                ? StepOutcome.failed(
                        "fence of %s: expected one of %s, got '%s'".formatted(id, fences.keySet(), fence.type()))
                : kind.fence(site.get(), context, Remaining.of(context));
    }
}
