package io.lifeboat.restore.backup;

import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.service.CollectionTelemetry;
import io.lifeboat.qdrant.service.ShardTelemetry;
import io.lifeboat.qdrant.service.Telemetry;
import io.lifeboat.restore.node.Node;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far the log of each replica of one collection was at one time. A number that has not grown means that nothing was written; it can
 * be compared with no other replica's.
 *
 * @param operations what nodes that answered told; older servers tell none
 * @param dummies replicas whose data could not be loaded, though they are called Active with 0 points (case 24)
 */
record ReplicaMarks(Map<Replica, Long> operations, Set<Replica> dummies) {

    /** One copy of a shard. */
    record Replica(Node node, long shard) {}

    ReplicaMarks {
        operations = Map.copyOf(operations);
        dummies = Set.copyOf(dummies);
    }

    static ReplicaMarks read(Collection<Node> nodes, String collection) throws InterruptedException {
        Map<Replica, Long> operations = new HashMap<>();
        Set<Replica> dummies = new HashSet<>();
        for (Node node : nodes) {
            if (node.looking().service().telemetry() instanceof Answer.Ok<Telemetry> ok) {
                for (ShardTelemetry shard : shards(ok.result(), collection)) {
                    Replica replica = new Replica(node, shard.id());
                    shard.local()
                            .flatMap(ShardTelemetry.LocalReplica::opNum)
                            .ifPresent(operation -> operations.put(replica, operation));
                    if (shard.isDummy()) {
                        dummies.add(replica);
                    }
                }
            }
        }
        return new ReplicaMarks(operations, dummies);
    }

    private static List<ShardTelemetry> shards(Telemetry telemetry, String collection) {
        return telemetry.collections().stream()
                .filter(told -> told.name().equals(collection))
                .map(CollectionTelemetry::shards)
                .findFirst()
                .orElse(List.of());
    }

    /** Whether it is known that nothing was written to a replica between here and there. */
    boolean isQuietUntil(ReplicaMarks later, Replica replica) {
        Optional<Long> before = Optional.ofNullable(operations.get(replica));
        return before.isPresent() && before.equals(Optional.ofNullable(later.operations.get(replica)));
    }
}
