package io.lifeboat.cli.command;

import io.lifeboat.cli.Failure;
import io.lifeboat.cli.config.ConfigOption;
import io.lifeboat.cli.log.LogState;
import io.lifeboat.cli.plan.PlanText;
import io.lifeboat.events.command.Action;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import io.lifeboat.workspaces.plan.RestorePlan;
import io.lifeboat.workspaces.plan.RestoreWish;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens an incident whose plan brings data back, beside what is there. */
@Command(
        name = "restore",
        description = "Bring collections back from a backup: beside the live data, verified, then cut over.",
        mixinStandardHelpOptions = true)
public final class RestoreCommand extends Commanding {
    @Parameters(index = "0", paramLabel = "WORKSPACE")
    private String workspace = "";

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "The newest backup at or before it, as 2026-03-01T08:00:00Z.")
    private Optional<Instant> at = Optional.empty();

    @Option(names = "--backup", paramLabel = "NAME", description = "Exactly this backup.")
    private Optional<String> backup = Optional.empty();

    @Option(names = "--collections", paramLabel = "NAME", split = ",", description = "Only these.")
    private List<String> collections = List.of();

    @Option(
            names = "--into",
            paramLabel = "URL",
            description = "A Qdrant to restore to; the active site's own by default.")
    private Optional<URI> into = Optional.empty();

    @Option(names = "--dry-run", description = "Show the plan; ask nobody and change nothing.")
    private boolean dryRun;

    @Option(
            names = "--active",
            paramLabel = "SITE",
            description = "For --dry-run: the active site; the first by default.")
    private Optional<String> active = Optional.empty();

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Spec
    private CommandSpec own = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return dryRun ? show() : super.call();
    }

    private int show() {
        WorkspaceConfig found = config.require(layout())
                .workspace(workspace(workspace))
                .orElseThrow(() -> Failure.usage("workspace: '%s' is not configured", workspace));
        Site site = active.map(SiteId::new)
                .map(id ->
                        found.site(id).orElseThrow(() -> Failure.usage("--active: %s has no site %s", workspace, id)))
                .orElseGet(() -> found.sites().getFirst());
        PrintWriter out = own.commandLine().getOut();
        out.print(new PlanText(found, Scenario.DATA_CORRUPTION)
                .text(RestorePlan.of(found, Scenario.DATA_CORRUPTION, site, wanted()), site.id(), Optional.empty()));
        out.flush();
        return 0;
    }

    @Override
    Wish wish(LogState log) {
        Arguments arguments = Arguments.of("scenario", Scenario.DATA_CORRUPTION.name())
                .with("restore", wanted().toArguments().values());
        return Wish.ofWorkspace(Action.OPEN, workspace(workspace), arguments);
    }

    private RestoreWish wanted() {
        try {
            return new RestoreWish(at, backup, collections, into);
        } catch (IllegalArgumentException e) {
            throw Failure.usage("%s", e.getMessage());
        }
    }
}
