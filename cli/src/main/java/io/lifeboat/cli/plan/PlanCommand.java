package io.lifeboat.cli.plan;

import io.lifeboat.cli.Failure;
import io.lifeboat.cli.config.ConfigOption;
import io.lifeboat.cli.lab.LabOptions;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.plan.Plan;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import io.lifeboat.workspaces.plan.DefaultPlans;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the plan that an incident would open with; asks nobody and changes nothing. */
@Command(
        name = "plan",
        description = "Dry run: show the plan for a scenario and what each step would touch.",
        mixinStandardHelpOptions = true)
public final class PlanCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "WORKSPACE")
    private String workspace = "";

    @Parameters(index = "1", paramLabel = "SCENARIO", description = "Such as cluster_failure or node-failure.")
    private String scenario = "";

    @Option(
            names = "--active",
            paramLabel = "SITE",
            description = "The site to recover from; the first one by default.")
    private Optional<String> active = Optional.empty();

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private LabOptions lab = new LabOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Scenario wanted = scenario(scenario);
        WorkspaceConfig found = find(config.require(lab.layout()), workspace);
        SiteId from = active(found);
        Optional<SiteId> to = found.standbysOf(from).stream().map(Site::id).findFirst();
        Plan plan = DefaultPlans.planFor(found, wanted, from, to.orElse(null));
        PrintWriter out = spec.commandLine().getOut();
        out.print(new PlanText(found, wanted).text(plan, from, to));
        out.flush();
        return 0;
    }

    private SiteId active(WorkspaceConfig found) {
        if (active.isEmpty()) {
            return found.sites().getFirst().id();
        }
        return found.sites().stream()
                .map(Site::id)
                .filter(site -> site.value().equals(active.get()))
                .findFirst()
                .orElseThrow(() -> Failure.usage(
                        "--active: expected one of %s, got '%s'",
                        found.sites().stream().map(Site::id).toList(), active.get()));
    }

    /**
     * In any case, with dashes or underscores.
     *
     * @throws Failure listing all if there is none of that name
     */
    public static Scenario scenario(String name) {
        String constant = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Scenario.values())
                .filter(one -> one.name().equals(constant))
                .findFirst()
                .orElseThrow(() -> Failure.usage(
                        "scenario: expected one of %s, got '%s'", Arrays.toString(Scenario.values()), name));
    }

    private static WorkspaceConfig find(LifeboatConfig config, String name) {
        return config.workspaces().stream()
                .filter(one -> one.id().value().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.usage(
                        "workspace: expected one of %s, got '%s'",
                        config.workspaces().stream()
                                .map(WorkspaceConfig::id)
                                .map(WorkspaceId::value)
                                .toList(),
                        name));
    }
}
