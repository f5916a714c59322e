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
    private static final Map<StepType, BiFunction<Step, WorkspaceConfig, String>> BY_TYPE = Map.ofEntries(
            Map.entry(StepCatalogue.NOTIFY, Touches::people),
            Map.entry(StepCatalogue.ESCALATE, Touches::people),
            Map.entry(StepCatalogue.ASSESS_STANDBY, Touches::nodes),
            Map.entry(StepCatalogue.FENCE_SITE, Touches::fence),
            Map.entry(StepCatalogue.SWITCH_TRAFFIC, Touches::traffic),
            Map.entry(
                    StepCatalogue.VERIFY_FAILOVER,
                    (step, workspace) -> "reads and a canary through " + workspace.address()),
            Map.entry(StepCatalogue.REPORT, (step, workspace) -> "nothing outside: it writes the report"),
            Map.entry(
                    StepCatalogue.EXEC,
                    (step, workspace) -> "runs " + step.arguments().texts("command")),
            Map.entry(StepCatalogue.CHOOSE_BACKUP, (step, workspace) -> "reads of the backup catalogue"),
            Map.entry(
                    StepCatalogue.PROVISION,
                    (step, workspace) ->
                            "a place to restore to, by " + step.arguments().required("provisioner")),
            Map.entry(
                    StepCatalogue.RESTORE_COLLECTIONS,
                    (step, workspace) -> "new collections beside the live ones on " + place(step, workspace)),
            Map.entry(StepCatalogue.VERIFY_RECOVERY, Touches::nodes),
            Map.entry(StepCatalogue.CUT_OVER, (step, workspace) -> "the aliases on " + place(step, workspace)));

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

    private static String place(Step step, WorkspaceConfig workspace) {
        return step.arguments()
                .text("into")
                .or(() -> site(step, workspace).map(site -> site.nodes().toString()))
                .orElse("nothing that is configured");
    }

    private static Optional<Site> site(Step step, WorkspaceConfig workspace) {
        return step.arguments().text("site").filter(SiteId::isSite).flatMap(id -> workspace.site(new SiteId(id)));
    }
}
