package io.lifeboat.verifier.baseline;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.service.CollectionTelemetry;
import io.lifeboat.qdrant.service.ShardTelemetry;
import io.lifeboat.qdrant.service.Telemetry;
import io.lifeboat.verifier.node.Nodes;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Asks sites how far they have applied operations ({@code update_queue.op_num} of telemetry, Qdrant 1.17 and later). Each
 * node is asked itself. Thread-safe.
 */
@Singleton
public class MarkReader {
    private final Nodes nodes;

    @Inject
    public MarkReader(Nodes nodes) {
        this.nodes = nodes;
    }

    /** What one site told. */
    public sealed interface SiteMarks {
        /** @param collections each collection with its mark; those that have none are missing */
        record Told(Map<String, String> collections, List<String> names) implements SiteMarks {}

        /** @param why one line for people */
        record Silent(String why) implements SiteMarks {}
    }

    /** A site's marks; silent if one of its nodes is, or one has a shard that it could not load. */
    public SiteMarks read(WorkspaceConfig workspace, Site site, Duration timeout) throws InterruptedException {
        Map<String, List<String>> marks = new TreeMap<>();
        int number = 0;
        for (QdrantClient node : nodes.of(workspace, site, timeout)) {
            number++;
            Answer<Telemetry> answer = node.service().telemetry();
            if (!(answer instanceof Answer.Ok<Telemetry> ok)) {
                return new SiteMarks.Silent("%s-%d: %s".formatted(site.id(), number, reason(answer)));
            }
            Optional<String> unsound = unsound(ok.result());
            if (unsound.isPresent()) {
                return new SiteMarks.Silent("%s-%d: %s".formatted(site.id(), number, unsound.get()));
            }
            add(marks, number, ok.result());
        }
        return told(marks);
    }

    private static SiteMarks told(Map<String, List<String>> marks) {
        Map<String, String> whole = new HashMap<>();
        marks.forEach((name, parts) -> {
            if (!parts.isEmpty() && !parts.contains("")) {
                whole.put(name, parts.stream().sorted().collect(Collectors.joining(",")));
            }
        });
        return new SiteMarks.Told(whole, List.copyOf(marks.keySet()));
    }

    private static Optional<String> unsound(Telemetry telemetry) {
        List<String> dummies = telemetry.collectionsWithDummyShards();
        return dummies.isEmpty() ? Optional.empty() : Optional.of("could not load a shard of " + dummies);
    }

    private static String reason(Answer<Telemetry> answer) {
        return answer instanceof Answer.Failure<Telemetry> failure ? failure.summary() : "no telemetry";
    }

    /** A shard without a mark adds an empty one: then its collection has none. */
    private static void add(Map<String, List<String>> marks, int node, Telemetry telemetry) {
        for (CollectionTelemetry collection : telemetry.collections()) {
            List<String> parts = marks.computeIfAbsent(collection.name(), name -> new ArrayList<>());
            for (ShardTelemetry shard : collection.shards()) {
                shard.local()
                        .ifPresent(local -> parts.add(local.opNum()
                                .map(operation -> "%d.%d:%d".formatted(node, shard.id(), operation))
                                .orElse("")));
            }
        }
    }

    /**
     * Looks at all sites, the active one last: what a standby has applied by then, the active one had accepted before.
     *
     * @return the reason if the active site does not answer or is not sound
     */
    public Seen look(WorkspaceConfig workspace, Site active, java.time.Clock clock, Duration timeout)
            throws InterruptedException {
        Map<String, Map<SiteId, String>> marks = new HashMap<>();
        for (Site standby : workspace.standbysOf(active.id())) {
            if (read(workspace, standby, timeout) instanceof SiteMarks.Told told) {
                collect(marks, standby.id(), told);
            }
        }
        return switch (read(workspace, active, timeout)) {
            case SiteMarks.Silent silent -> new Seen.Nothing(silent.why());
            case SiteMarks.Told told -> {
                collect(marks, active.id(), told);
                Map<String, WriteMarks> collections = new HashMap<>();
                told.names().forEach(name -> collections.put(name, new WriteMarks(marks.getOrDefault(name, Map.of()))));
                yield new Seen.Whole(new Look(clock.instant(), active.id(), collections));
            }
        };
    }

    /** What a look saw. */
    public sealed interface Seen {
        record Whole(Look look) implements Seen {}

        record Nothing(String why) implements Seen {}
    }

    private static void collect(Map<String, Map<SiteId, String>> marks, SiteId site, SiteMarks.Told told) {
        told.collections()
                .forEach((name, mark) ->
                        marks.computeIfAbsent(name, any -> new HashMap<>()).put(site, mark));
    }
}
