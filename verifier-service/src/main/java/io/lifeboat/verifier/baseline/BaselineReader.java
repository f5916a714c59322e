package io.lifeboat.verifier.baseline;

import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.point.PointCalls;
import io.lifeboat.verifier.VerifierSettings;
import io.lifeboat.verifier.baseline.MarkReader.SiteMarks;
import io.lifeboat.verifier.node.Nodes;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads from the active site what a recovery is judged against. Thread-safe. */
@Singleton
public class BaselineReader {
    private static final Logger LOG = Logger.getLogger(BaselineReader.class);

    private final Nodes nodes;
    private final MarkReader marks;
    private final Samples samples;
    private final Digests digests;
    private final VerifierSettings settings;

    @Inject
    public BaselineReader(Nodes nodes, MarkReader marks, VerifierSettings settings) {
        this.nodes = nodes;
        this.marks = marks;
        this.settings = settings;
        this.samples = new Samples(settings.baseline());
        this.digests = new Digests(settings.baseline());
    }

    /**
     * What to read.
     *
     * @param golden number of golden queries by collection
     * @param quiet collections that nobody writes to now
     */
    public record Wanted(Map<String, Integer> golden, Set<String> quiet) {
        public Wanted {
            golden = Map.copyOf(golden);
            quiet = Set.copyOf(quiet);
        }
    }

    /** The baseline; empty if a collection could not be read, which is said in the log. */
    Optional<BaselineRecorded> take(WorkspaceConfig workspace, Site active, Look look, Wanted wanted)
            throws InterruptedException {
        QdrantClient node =
                nodes.of(workspace, active, settings.baseline().digestTime()).getFirst();
        List<CollectionBaseline> collections = new ArrayList<>();
        for (Map.Entry<String, Integer> entry : new TreeMap<>(wanted.golden()).entrySet()) {
            String name = entry.getKey();
            Answer<Long> count = node.points(name).count();
            if (!(count instanceof Answer.Ok<Long> ok)) {
                LOG.warnf("takes no baseline workspace=%s collection=%s reason=%s", workspace.id(), name, count);
                return Optional.empty();
            }
            boolean quiet = wanted.quiet().contains(name);
            collections.add(read(node, name, ok.result(), entry.getValue(), quiet));
        }
        Map<String, String> aliases = node.aliases()
                .list()
                .value()
                .map(all -> AliasNames.of(all, wanted.golden().keySet()))
                .orElse(null);
        return Optional.of(EventSize.trim(new BaselineRecorded(
                workspace.id(),
                active.id(),
                look.at().truncatedTo(ChronoUnit.MILLIS),
                marked(workspace, active, look, collections),
                aliases)));
    }

    /** Why the last baseline would be held against a recovery wrongly, if so. */
    Optional<String> outdated(WorkspaceConfig workspace, Site active, BaselineRecorded last, Set<String> quiet)
            throws InterruptedException {
        QdrantClient node =
                nodes.of(workspace, active, settings.baseline().digestTime()).getFirst();
        return new Outdated(node, last).why(quiet);
    }

    private CollectionBaseline read(QdrantClient node, String name, long count, int golden, boolean quiet)
            throws InterruptedException {
        PointCalls points = node.points(name);
        String digest = quiet ? digests.of(points, count).orElse(null) : null;
        Samples.Sample sample = samples.take(points, golden);
        Map<String, Arguments> schema =
                node.collections().get(name).value().map(PayloadSchema::of).orElse(null);
        return new CollectionBaseline(name, count, digest, null, sample.digests(), sample.golden(), schema, null);
    }

    /** Write marks, for collections that were not written to while they were read: their digest decides later. */
    private List<CollectionBaseline> marked(
            WorkspaceConfig workspace, Site active, Look look, List<CollectionBaseline> collections)
            throws InterruptedException {
        SiteMarks after = marks.read(workspace, active, settings.checks().request());
        return collections.stream()
                .map(collection -> isUnchanged(collection, active, look, after)
                        ? collection.marked(collection.digest(), mark(look, collection.name()))
                        : collection.marked(null, null))
                .toList();
    }

    private static boolean isUnchanged(CollectionBaseline collection, Site active, Look look, SiteMarks after) {
        return collection.digest() != null
                && after instanceof SiteMarks.Told told
                && look.of(collection.name())
                        .flatMap(marks -> marks.of(active.id()))
                        .filter(before -> before.equals(told.collections().get(collection.name())))
                        .isPresent();
    }

    private static @Nullable String mark(Look look, String collection) {
        return look.of(collection).map(WriteMarks::text).orElse(null);
    }
}
