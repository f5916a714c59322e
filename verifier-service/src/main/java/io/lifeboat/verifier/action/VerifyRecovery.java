package io.lifeboat.verifier.action;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepType;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.digest.DigestLevel;
import io.lifeboat.qdrant.digest.DigestOutcome;
import io.lifeboat.qdrant.digest.DigestReader;
import io.lifeboat.qdrant.digest.DigestRequest;
import io.lifeboat.qdrant.point.ScrollPage;
import io.lifeboat.qdrant.point.ScrollRequest;
import io.lifeboat.saga.step.StepAction;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.verifier.action.RestoredEntries.Entry;
import io.lifeboat.verifier.check.CheckResult;
import io.lifeboat.verifier.check.Finding;
import io.lifeboat.verifier.node.Nodes;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at restored collections before anything leads to them: whether each answers, holds what it held when it was restored, and
 * is no dummy. Another service than the one that restored says so.
 */
@Singleton
public class VerifyRecovery implements StepAction {
    /** A count reads every id. */
    private static final Duration EACH = Duration.ofSeconds(60);

    private final LifeboatConfig config;
    private final Nodes nodes;

    @Inject
    public VerifyRecovery(LifeboatConfig config, Nodes nodes) {
        this.config = config;
        this.nodes = nodes;
    }

    @Override
    public StepType type() {
        return StepCatalogue.VERIFY_RECOVERY;
    }

    @Override
    public StepOutcome run(StepContext context) throws InterruptedException {
        Optional<WorkspaceConfig> workspace =
                config.workspace(context.workspace().id());
        Optional<Site> site = workspace.flatMap(
                found -> found.site(new SiteId(context.arguments().required("site"))));
        if (site.isEmpty()) {
            return StepOutcome.failed("site %s of %s is not configured here"
                    .formatted(
                            context.arguments().required("site"),
                            context.workspace().id()));
        }
        List<Entry> entries = RestoredEntries.of(context.incident());
        if (entries.isEmpty()) {
            return StepOutcome.failed("nothing was restored that could be verified");
        }
        URI address = address(context, site.get());
        QdrantClient client = nodes.at(address, workspace.get(), site.get(), EACH);
        List<Finding> findings = new ArrayList<>();
        for (Entry entry : entries) {
            findings.add(new Finding(entry.collection(), look(client, entry)));
        }
        return outcome(address, findings);
    }

    private static URI address(StepContext context, Site site) {
        return RestoredEntries.nodes(context.incident()).stream()
                .findFirst()
                .or(() -> context.arguments().text("into").map(URI::create))
                .orElse(site.nodes().getFirst());
    }

    private static CheckResult look(QdrantClient client, Entry entry) throws InterruptedException {
        Answer<Long> count = client.points(entry.restored()).count();
        Answer<ScrollPage> read = client.points(entry.restored()).scroll(ScrollRequest.first(1));
        if (count instanceof Answer.Failure<?> failure) {
            return CheckResult.notYet("%s: %s", entry.restored(), failure.summary());
        }
        if (read instanceof Answer.Failure<?> failure) {
            return CheckResult.notYet("%s cannot be read: %s", entry.restored(), failure.summary());
        }
        long points = count.value().orElse(-1L);
        if (points != entry.points()) {
            return CheckResult.failed(
                    "%s holds %d points, expected %d as restored", entry.restored(), points, entry.points());
        }
        return entry.digest().isEmpty()
                ? CheckResult.passed("%d points; no digest was recorded", points)
                : digest(client, entry, points);
    }

    private static CheckResult digest(QdrantClient client, Entry entry, long points) throws InterruptedException {
        DigestOutcome outcome =
                DigestReader.read(client.points(entry.restored()), DigestRequest.whole(DigestLevel.VECTORS));
        return switch (outcome) {
            case DigestOutcome.Failed failed ->
                CheckResult.notYet("%s: %s", entry.restored(), failed.why().summary());
            case DigestOutcome.Complete complete ->
                complete.digest().summary().root().equals(entry.digest())
                        ? CheckResult.passed("%d points with the recorded content", points)
                        : CheckResult.failed("%s no longer holds what was recorded", entry.restored());
        };
    }

    private static StepOutcome outcome(URI address, List<Finding> findings) {
        Arguments output =
                Arguments.of("checks", findings.stream().map(Finding::toMap).toList());
        List<Finding> failures = findings.stream().filter(Finding::failed).toList();
        if (failures.isEmpty()) {
            return new StepOutcome.Done(
                    output, "%d restored collections on %s are as recorded".formatted(findings.size(), address));
        }
        String what = failures.getFirst().result().evidence();
        boolean again = failures.stream()
                .allMatch(
                        finding -> finding.result() instanceof CheckResult.Failed failed && failed.transientFailure());
        String why = "%d of %d restored collections did not pass: %s".formatted(failures.size(), findings.size(), what);
        return again ? new StepOutcome.Retry(why) : new StepOutcome.Failed(output, why);
    }
}
