package io.lifeboat.failover.action;

import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.util.List;
import java.util.Optional;

/** What must hold before traffic may move. Pure. */
final class SwitchRules {
    private SwitchRules() {}

    /** Why it may not, if so. */
    static Optional<String> refusal(StepContext context, LifeboatConfig config) {
        WorkspaceConfig workspace = config.workspace(context.workspace().id()).orElse(null);
        if (workspace == null) {
            return Optional.of("workspace %s is not configured here"
                    .formatted(context.workspace().id()));
        }
        return configured(workspace, context.arguments())
                .or(() -> unassessed(context.incident(), context.arguments().required("site")))
                .or(() -> notAllowed(workspace, context));
    }

    private static Optional<String> configured(WorkspaceConfig workspace, Arguments arguments) {
        String type = arguments.required("switch");
        if (!type.equals(workspace.traffic().type())) {
            return Optional.of("the plan wants switch '%s', but the workspace has '%s'"
                    .formatted(type, workspace.traffic().type()));
        }
        Site site = workspace.site(new SiteId(arguments.required("site"))).orElse(null);
        if (site == null) {
            return Optional.of("%s is no site of workspace %s".formatted(arguments.required("site"), workspace.id()));
        }
        String value = arguments.required("value");
        return value.equals(site.value())
                ? Optional.empty()
                : Optional.of("value %s is not that of site %s, which is %s".formatted(value, site.id(), site.value()));
    }

    /** Traffic never goes to a site that was not assessed in this incident, where its plan assesses one. */
    private static Optional<String> unassessed(Incident incident, String site) {
        List<Step> assessments = incident.plan().steps().stream()
                .filter(step -> step.type().equals(StepCatalogue.ASSESS_STANDBY))
                .toList();
        boolean fit = assessments.stream()
                .filter(step -> step.arguments().required("site").equals(site))
                .anyMatch(step -> incident.status(step.id()).state() instanceof StepState.Succeeded);
        return assessments.isEmpty() || fit
                ? Optional.empty()
                : Optional.of("site %s was not found fit in this incident: traffic stays".formatted(site));
    }

    /** A BARE switch may move twice or late: so it moves by itself only by opt-in. */
    private static Optional<String> notAllowed(WorkspaceConfig workspace, StepContext context) {
        boolean bare = workspace.traffic().effect() != EffectClass.CAS;
        boolean asked = !context.incident().automatic()
                || !context.incident().status(context.step().id()).approvers().isEmpty();
        return bare && !asked && !workspace.traffic().automatic()
                ? Optional.of("switch '%s' cannot compare and set: it needs an approval, or automatic: true"
                        .formatted(workspace.traffic().type()))
                : Optional.empty();
    }
}
