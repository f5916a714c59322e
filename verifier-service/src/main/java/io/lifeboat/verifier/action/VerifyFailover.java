package io.lifeboat.verifier.action;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepType;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.saga.step.StepAction;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.verifier.VerifierSettings;
import io.lifeboat.verifier.baseline.MarkReader.SiteMarks;
import io.lifeboat.verifier.check.Check;
import io.lifeboat.verifier.check.CheckRunner;
import io.lifeboat.verifier.check.Finding;
import io.lifeboat.verifier.check.Rounds;
import io.lifeboat.verifier.check.Scene;
import io.lifeboat.verifier.check.Scenes;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks at a workspace through its public address, as its users do. Any check that fails fails the step, with all that was
 * found in its output. KEYED: the points that it writes are named by the claim.
 */
@Singleton
public class VerifyFailover implements StepAction {
    private final LifeboatConfig config;
    private final VerifierSettings.Checks settings;
    private final Scenes scenes;
    private final List<Check> checks;

    @Inject
    public VerifyFailover(LifeboatConfig config, VerifierSettings settings, Scenes scenes, @All List<Check> checks) {
        this.config = config;
        this.settings = settings.checks();
        this.scenes = scenes;
        this.checks = checks.stream().sorted(Comparator.comparing(Check::name)).toList();
    }

    @Override
    public StepType type() {
        return StepCatalogue.VERIFY_FAILOVER;
    }

    @Override
    public StepOutcome run(StepContext context) throws InterruptedException {
        Optional<WorkspaceConfig> workspace =
                config.workspace(context.workspace().id());
        if (workspace.isEmpty()) {
            return StepOutcome.failed(context.workspace().id() + " is not configured here");
        }
        SiteId wanted = new SiteId(context.arguments().required("site"));
        Optional<Site> site = workspace.get().site(wanted);
        if (site.isEmpty()) {
            return StepOutcome.failed(
                    "%s has no site %s".formatted(workspace.get().id(), wanted));
        }
        List<String> names = context.arguments().texts("checks");
        List<String> unknown = names.stream().filter(name -> !isKnown(name)).toList();
        if (!unknown.isEmpty()) {
            return StepOutcome.failed("checks: expected some of %s, got %s".formatted(known(), unknown));
        }
        return verify(context, workspace.get(), site.get(), chosen(names));
    }

    private List<Check> chosen(List<String> names) {
        return checks.stream()
                .filter(check -> names.isEmpty() || names.contains(check.name()))
                .toList();
    }

    private boolean isKnown(String name) {
        return known().contains(name);
    }

    private List<String> known() {
        return checks.stream().map(Check::name).toList();
    }

    private StepOutcome verify(StepContext context, WorkspaceConfig workspace, Site site, List<Check> chosen)
            throws InterruptedException {
        SiteMarks judged = scenes.marks(workspace, site);
        Rounds rounds =
                new Rounds(new CheckRunner(settings.timeout()), Clock.systemUTC(), until(context), settings.pause());
        List<Scene> seen = new ArrayList<>();
        List<Finding> findings = rounds.run(chosen, () -> {
            seen.add(scenes.gather(context, workspace, site, judged));
            return seen.getLast();
        });
        return Verification.outcome(context, site, seen.getLast(), findings);
    }

    /** Half of the step's time stays for the last round. */
    private Instant until(StepContext context) {
        Instant now = Instant.now();
        Instant half =
                now.plus(java.time.Duration.between(now, context.deadline()).dividedBy(2));
        Instant grace = now.plus(settings.grace());
        return grace.isBefore(half) ? grace : half;
    }
}
