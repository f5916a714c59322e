package io.lifeboat.cli.plan;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepType;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.workspaces.config.Channel;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** What a step would touch outside Lifeboat. Never shows a secret: configuration has only references to them. Pure. */
final class Touches {
    private static final Map<StepType, BiFunction<Step, WorkspaceConfig, String>> BY_TYPE = Map.of(
            StepCatalogue.NOTIFY, Touches::people,
            StepCatalogue.ESCALATE, Touches::people,
            StepCatalogue.ASSESS_STANDBY, Touches::nodes,
            StepCatalogue.FENCE_SITE, Touches::fence,
            StepCatalogue.SWITCH_TRAFFIC, Touches::traffic,
            StepCatalogue.VERIFY_FAILOVER, (step, workspace) -> "reads and a canary through " + workspace.address(),
            StepCatalogue.REPORT, (step, workspace) -> "nothing outside: it writes the report",
            StepCatalogue.EXEC, (step, workspace) -> "runs " + step.arguments().texts("command"));

    private Touches() {}

    static String of(Step step, WorkspaceConfig workspace) {
        BiFunction<Step, WorkspaceConfig, String> known = BY_TYPE.get(step.type());
        return known == null ? "as its arguments say: " + step.arguments().values() : known.apply(step, workspace);
    }

    private static String people(Step step, WorkspaceConfig workspace) {
        String channels = workspace.channels().stream().map(Channel::id).collect(Collectors.joining(", "));
        return "people, by " + channels;
    }

    private static String nodes(Step step, WorkspaceConfig workspace) {
        return site(step, workspace)
                .map(site -> "reads of "
                        + site.nodes().stream().map(Object::toString).collect(Collectors.joining(", ")))
                .orElse("nothing that is configured");
    }

    private static String fence(Step step, WorkspaceConfig workspace) {
        Optional<Site> site = site(step, workspace);
        return site.map(Site::fence)
                .map(fence -> "the fence of %s: %s%s"
                        .formatted(
                                site.get().id(),
                                fence.type(),
                                fence.settings()
                                        .text("url")
                                        .map(url -> " " + url)
                                        .orElse("")))
                .orElse("nothing: no fence is configured, which the timeline will say");
    }

    private static String traffic(Step step, WorkspaceConfig workspace) {
        String to = step.arguments().text("value").orElse("?");
        return "the traffic of %s: %s%s set to %s"
                .formatted(
                        workspace.id(),
                        workspace.traffic().type(),
                        workspace
                                .traffic()
                                .settings()
                                .text("admin")
                                .map(url -> " " + url)
                                .orElse(""),
                        to);
    }

    private static Optional<Site> site(Step step, WorkspaceConfig workspace) {
        return step.arguments().text("site").filter(SiteId::isSite).flatMap(id -> workspace.site(new SiteId(id)));
    }
}
