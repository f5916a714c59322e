package io.lifeboat.verifier.check;

import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.verifier.VerifierSettings;
import io.lifeboat.verifier.baseline.Look;
import io.lifeboat.verifier.baseline.Looks;
import io.lifeboat.verifier.baseline.MarkReader;
import io.lifeboat.verifier.baseline.MarkReader.SiteMarks;
import io.lifeboat.verifier.node.JsonFetch;
import io.lifeboat.verifier.node.JsonFetch.Fetched;
import io.lifeboat.verifier.node.Nodes;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what the checks of a recovery have to know. Thread-safe. */
@Singleton
public class Scenes {
    private final Nodes nodes;
    private final MarkReader marks;
    private final Looks looks;
    private final JsonFetch fetch;
    private final VerifierSettings.Checks settings;
    private final AcknowledgedReader acknowledged;

    @Inject
    public Scenes(Nodes nodes, MarkReader marks, Looks looks, JsonFetch fetch, VerifierSettings settings) {
        this.nodes = nodes;
        this.marks = marks;
        this.looks = looks;
        this.fetch = fetch;
        this.settings = settings.checks();
        this.acknowledged = new AcknowledgedReader(fetch, this.settings.request());
    }

    /** What the serving site tells before any check has written to it. */
    public SiteMarks marks(WorkspaceConfig workspace, Site site) throws InterruptedException {
        return marks.read(workspace, site, settings.request());
    }

    /** @param judged see {@link #marks} */
    public Scene gather(StepContext context, WorkspaceConfig workspace, Site site, SiteMarks judged)
            throws InterruptedException {
        QdrantClient publicly = nodes.publicly(workspace, settings.request());
        Optional<BaselineRecorded> baseline =
                Optional.ofNullable(context.workspace().baseline());
        return new Scene(
                workspace,
                site,
                publicly,
                nodes.of(workspace, site, settings.request()),
                baseline,
                baseline.map(taken -> written(taken, site, judged)).orElse(Map.of()),
                judged,
                () -> marks.read(workspace, site, settings.request()),
                lag(context, workspace),
                acknowledged.read(workspace.acknowledged(), since(context), publicly),
                context.incident().id(),
                context.claim().claim(),
                new Scene.Limits(settings.overlap(), settings.replaced(), settings.timeout()));
    }

    private Map<String, Written> written(BaselineRecorded baseline, Site site, SiteMarks now) {
        Optional<Look> look = looks.last(baseline.workspace());
        Map<String, Written> written = new HashMap<>();
        for (CollectionBaseline collection : baseline.collections()) {
            written.put(collection.name(), WrittenRule.judge(baseline, collection, look, site.id(), now));
        }
        return written;
    }

    /** Writes from before the failure by the most that may be lost, and at least a minute. */
    private static Instant since(StepContext context) {
        Duration most = context.incident().objective().rpoMax();
        Duration back = most.compareTo(Duration.ofMinutes(1)) < 0 ? Duration.ofMinutes(1) : most;
        return context.incident().startedAt().minus(back);
    }

    /** As told now, which after a switch is what was not copied; else as a step before this one found it. */
    private Lag lag(StepContext context, WorkspaceConfig workspace) throws InterruptedException {
        if (workspace.lag() != null
                && fetch.get(workspace.lag(), settings.request()) instanceof Fetched.Document told) {
            return Lag.read(told.json());
        }
        return context.incident().plan().steps().stream()
                .map(step -> context.incident().status(step.id()).state())
                .map(Scenes::recorded)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Lag.UNKNOWN);
    }

    private static Optional<Lag> recorded(@Nullable StepState state) {
        return state instanceof StepState.Succeeded done ? Lag.recorded(done.output()) : Optional.empty();
    }
}
