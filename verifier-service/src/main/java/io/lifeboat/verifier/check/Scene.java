package io.lifeboat.verifier.check;

import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.verifier.baseline.MarkReader.SiteMarks;
import io.lifeboat.workspaces.config.ProtectedCollection;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the checks of one recovery know. Thread-safe.
 *
 * @param site the one that should serve now
 * @param publicly what users reach
 * @param nodes of that site, each by itself
 * @param written collections of the baseline, and whether they were written to since
 * @param judged the serving site's write marks by which {@code written} was judged
 * @param claim the stable key of whatever is written
 */
public record Scene(
        WorkspaceConfig workspace,
        Site site,
        QdrantClient publicly,
        List<QdrantClient> nodes,
        Optional<BaselineRecorded> baseline,
        Map<String, Written> written,
        SiteMarks judged,
        MarkSource marks,
        Lag lag,
        Losses losses,
        IncidentId incident,
        ClaimId claim,
        Limits limits) {

    /** The serving site's write marks at this moment. */
    @FunctionalInterface
    public interface MarkSource {
        SiteMarks now() throws InterruptedException;
    }

    /**
     * Thresholds and times.
     *
     * @param overlap share of a golden query's recorded answer that must be answered again
     * @param replaced share of known points of a collection that was written to which may differ
     * @param digest time for reading a digest
     */
    public record Limits(double overlap, double replaced, Duration digest) {
        public Limits {
            share("overlap", overlap);
            share("replaced", replaced);
        }

        private static void share(String name, double value) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("%s: expected a share from 0 to 1, got %s".formatted(name, value));
            }
        }
    }

    public Scene {
        nodes = List.copyOf(nodes);
        written = Map.copyOf(written);
    }

    /** The collections that must be there: the configured ones, or those of the baseline. */
    public List<String> expected() {
        if (!workspace.collections().isEmpty()) {
            return workspace.collections().stream()
                    .map(ProtectedCollection::name)
                    .toList();
        }
        return baseline.stream()
                .flatMap(taken -> taken.collections().stream())
                .map(CollectionBaseline::name)
                .toList();
    }

    public Optional<CollectionBaseline> baselineOf(String collection) {
        return baseline.stream()
                .flatMap(taken -> taken.collections().stream())
                .filter(recorded -> recorded.name().equals(collection))
                .findFirst();
    }

    public Written writtenTo(String collection) {
        return written.getOrDefault(collection, Written.unknown("the baseline does not know it"));
    }

    /** Whether the serving site's mark of a collection is still the one by which it was judged. */
    boolean isMarkAsJudged(String collection, @Nullable String now) {
        return judged instanceof SiteMarks.Told told
                && now != null
                && now.equals(told.collections().get(collection));
    }
}
