package io.lifeboat.detector.probe.qdrant;

import io.lifeboat.detector.probe.Reason;
import io.lifeboat.qdrant.service.CollectionTelemetry;
import io.lifeboat.qdrant.service.ShardTelemetry;
import io.lifeboat.qdrant.service.Telemetry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something wrong with one collection.
 *
 * @param sentence for people, naming the collection
 * @param late an answer did not come in time: that must last to be believed
 */
record Finding(Reason reason, String collection, String sentence, boolean late) {

    Finding(Reason reason, String collection, String sentence) {
        this(reason, collection, sentence, false);
    }

    /** Whether the collection's data is not there: that is no matter of serving. */
    boolean isLoss() {
        return reason == Reason.DUMMY_SHARD || reason == Reason.COLLECTION_MISSING;
    }

    /** Whether it cannot be read or searched. */
    boolean isUnserved() {
        return reason == Reason.READ_FAILED || reason == Reason.SEARCH_FAILED;
    }

    /** What a node's telemetry (level 3) tells: it is the only call that shows a shard that could not be loaded. */
    static List<Finding> in(Telemetry telemetry) {
        return telemetry.collections().stream()
                .flatMap(collection -> collection.shards().stream().flatMap(shard -> in(collection, shard)))
                .toList();
    }

    private static Stream<Finding> in(CollectionTelemetry collection, ShardTelemetry shard) {
        return Stream.of(dummy(collection, shard), red(collection, shard), dead(collection, shard))
                .flatMap(Optional::stream);
    }

    private static Optional<Finding> dummy(CollectionTelemetry collection, ShardTelemetry shard) {
        return shard.isDummy()
                ? Optional.of(new Finding(
                        Reason.DUMMY_SHARD,
                        collection.name(),
                        "shard %d of collection %s is a dummy: its data could not be loaded"
                                .formatted(shard.id(), collection.name())))
                : Optional.empty();
    }

    private static Optional<Finding> red(CollectionTelemetry collection, ShardTelemetry shard) {
        return shard.local()
                .flatMap(ShardTelemetry.LocalReplica::status)
                .filter(status -> status.equals("red"))
                .map(status -> new Finding(
                        Reason.RED,
                        collection.name(),
                        "shard %d of collection %s is red: an update or the optimizer failed"
                                .formatted(shard.id(), collection.name())));
    }

    private static Optional<Finding> dead(CollectionTelemetry collection, ShardTelemetry shard) {
        String peers = shard.replicaStates().entrySet().stream()
                .filter(replica -> replica.getValue().equals("Dead"))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(", "));
        return peers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        Reason.DEAD_REPLICA,
                        collection.name(),
                        "shard %d of collection %s has dead replicas on peers %s"
                                .formatted(shard.id(), collection.name(), peers)));
    }
}
