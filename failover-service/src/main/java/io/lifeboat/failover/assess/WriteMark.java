package io.lifeboat.failover.assess;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.service.ShardTelemetry;
import io.lifeboat.qdrant.service.Telemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a site has applied operations to a collection: {@code node.shard:operation}, comma separated, nodes from 1. Marks of
 * two sites compare with nothing, but one that has not moved says that nothing was written there.
 */
final class WriteMark {
    private WriteMark() {}

    /** A site's part of what was recorded: {@code site=mark;site=mark}. */
    static Optional<String> recorded(CollectionBaseline collection, SiteId site) {
        String all = collection.writeMark();
        if (all == null) {
            return Optional.empty();
        }
        String prefix = site.value() + "=";
        for (String part : all.split(";", -1)) {
            if (part.startsWith(prefix)) {
                return Optional.of(part.substring(prefix.length()));
            }
        }
        return Optional.empty();
    }

    /** Empty unless every node told of every shard that it has. */
    static Optional<String> of(List<Answer<Telemetry>> nodes, String collection) {
        List<String> marks = new ArrayList<>();
        for (int node = 0; node < nodes.size(); node++) {
            Telemetry told = nodes.get(node).value().orElse(null);
            if (told == null || !add(marks, node + 1, told, collection)) {
                return Optional.empty();
            }
        }
        return marks.isEmpty() ? Optional.empty() : Optional.of(String.join(",", marks));
    }

    private static boolean add(List<String> marks, int node, Telemetry told, String collection) {
        for (var known : told.collections()) {
            if (known.name().equals(collection)) {
                for (ShardTelemetry shard : known.shards()) {
                    if (shard.local().isPresent() && shard.local().get().opNum().isEmpty()) {
                        return false;
                    }
                    shard.local()
                            .flatMap(ShardTelemetry.LocalReplica::opNum)
                            .ifPresent(op -> marks.add("%d.%d:%d".formatted(node, shard.id(), op)));
                }
            }
        }
        return true;
    }
}
