package io.lifeboat.failover.assess;

import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.service.Telemetry;
import io.lifeboat.workspaces.config.ProtectedCollection;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A site that is to take over, and what is known of it.
 *
 * @param nodes clients of its nodes, in the order of the configuration
 * @param telemetry what each node told of its shards, in the same order
 * @param baseline what the workspace looked like while healthy; absent if nothing was recorded
 * @param maxLag how far behind it may be
 * @param byCommand a person wanted it: then being behind is their choice
 */
public record Standby(
        WorkspaceConfig workspace,
        Site site,
        List<QdrantClient> nodes,
        List<Answer<Telemetry>> telemetry,
        @Nullable BaselineRecorded baseline,
        Duration maxLag,
        boolean byCommand) {

    public Standby {
        nodes = List.copyOf(nodes);
        telemetry = List.copyOf(telemetry);
    }

    /** A node that answers for the whole site. */
    QdrantClient entry() {
        return nodes.getFirst();
    }

    /** What was recorded of the collections. */
    List<CollectionBaseline> recorded() {
        return baseline == null ? List.of() : baseline.collections();
    }

    /** The names of the collections that must be there: those recorded and those configured. */
    List<String> expected() {
        Stream<String> configured = workspace.collections().stream().map(ProtectedCollection::name);
        return List.copyOf(new TreeSet<>(Stream.concat(recorded().stream().map(CollectionBaseline::name), configured)
                .toList()));
    }

    /** Whether nothing was written to a collection here since it was recorded; empty if that cannot be told. */
    Optional<Boolean> isUnwritten(CollectionBaseline collection) {
        Optional<String> then = WriteMark.recorded(collection, site.id());
        Optional<String> now = WriteMark.of(telemetry, collection.name());
        return then.isPresent() && now.isPresent() ? Optional.of(then.equals(now)) : Optional.empty();
    }
}
