package io.lifeboat.restore.restore;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.backup.CollectionRecord;
import io.lifeboat.backup.Piece;
import io.lifeboat.qdrant.collection.CollectionCalls;
import io.lifeboat.qdrant.snapshot.SnapshotPlace;
import io.lifeboat.restore.node.Node;
import io.lifeboat.restore.node.ShardMap;
import io.lifeboat.restore.node.Topology;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;

/**
 * Restores a collection shard by shard, into a standalone server or a cluster: creates it empty with one replica a shard, its keys and
 * payload indexes, then lets each shard's node pull that shard's snapshot, and then has the shards replicated.
 */
final class ShardwiseRestore {
    private static final Logger LOG = Logger.getLogger(ShardwiseRestore.class);
    /** Until the nodes agree on a new collection. */
    private static final Duration AGREEING = Duration.ofSeconds(30);

    private final RestoreServer server;
    private final Topology topology;
    private final Collection<Node> nodes;
    private final Delivery delivery;

    /** @param server all of its nodes */
    ShardwiseRestore(RestoreServer server, Topology topology, Delivery delivery) {
        this.server = server;
        this.topology = topology;
        this.nodes = topology instanceof Topology.Cluster cluster
                ? List.copyOf(cluster.nodes().keySet())
                : server.nodes();
        this.delivery = delivery;
    }

    /** Returns the bytes pulled. */
    long run(CollectionRecord recorded, RestoredName name, LongConsumer progress)
            throws NotRestored, InterruptedException {
        ShardPlan plan = ShardPlan.of(recorded);
        requireFit(plan);
        create(recorded, name.text(), plan);
        ShardMap map = placed(name.text(), plan);
        Map<Long, Long> places = plan.places(map.shards());
        long bytes = 0;
        for (Map.Entry<Long, Piece> part : plan.parts().entrySet()) {
            long before = bytes;
            long shard = places.get(part.getKey());
            Piece piece = part.getValue();
            SnapshotPlace place = piece.form() == Piece.Form.COLLECTION
                    ? new SnapshotPlace.OfCollection(name.text())
                    : new SnapshotPlace.OfShard(name.text(), shard);
            bytes += delivery.deliver(
                    server.at(map.active(shard).getFirst()),
                    place,
                    piece.file(),
                    "%s-%d.snapshot".formatted(name.attempt().text(), shard),
                    sent -> progress.accept(before + sent));
        }
        if (topology instanceof Topology.Cluster cluster) {
            new Replication(cluster, name.text(), delivery.deadline(), Replication.GRACE)
                    .run(places.values(), plan.replicas(), plan.confirming(), recorded.digest() != null);
        }
        return bytes;
    }

    private void requireFit(ShardPlan plan) throws NotRestored {
        switch (topology) {
            case Topology.Alone alone -> {
                if (!plan.keys().isEmpty()) {
                    throw NotRestored.refused("a standalone server has no shard keys, expected %s"
                            .formatted(plan.keys().keySet()));
                }
            }
            case Topology.Cluster cluster -> {
                if (cluster.nodes().size() < cluster.peers()) {
                    throw new NotRestored(
                            "expected all %d nodes of the cluster to answer, %d do: a shard could be put where it cannot be"
                                            .formatted(
                                                    cluster.peers(),
                                                    cluster.nodes().size())
                                    + " restored",
                            true);
                }
            }
            case Topology.Unfit unfit -> throw new NotRestored(unfit.why(), unfit.again());
        }
    }

    /** Indexes before data: a shard's snapshot has them in its segments, and the collection does not learn of them from there. */
    private void create(CollectionRecord recorded, String name, ShardPlan plan)
            throws NotRestored, InterruptedException {
        CollectionCalls calls = server.within(delivery.left()).collections();
        if (!plan.body().leftOut().isEmpty()) {
            LOG.warnf(
                    "settings are left out collection=%s settings=%s",
                    recorded.name(), plan.body().leftOut());
        }
        NotRestored.unlessDone(calls.create(name, plan.body().settings()), "its creation");
        for (Map.Entry<JsonNode, List<Long>> key : plan.keys().entrySet()) {
            NotRestored.unlessDone(
                    calls.createShardKey(name, key.getKey(), key.getValue().size(), 1),
                    "its shard key " + key.getKey());
        }
        for (Map.Entry<String, JsonNode> index : recorded.payloadSchema().properties()) {
            NotRestored.unlessDone(
                    calls.createIndex(name, index.getKey(), index.getValue()),
                    "its payload index of " + index.getKey());
        }
    }

    private ShardMap placed(String name, ShardPlan plan) throws NotRestored, InterruptedException {
        ShardMap[] seen = {new ShardMap(Map.of())};
        Patience.until(Patience.within(AGREEING, delivery.deadline()), () -> {
            ShardMap map = ShardMap.read(nodes, name);
            seen[0] = map;
            if (map.views().size() < nodes.size()) {
                return "expected all of %s to tell of its shards, only %s do"
                        .formatted(nodes, map.views().keySet());
            }
            return map.shards().size() != plan.shards()
                    ? "expected %d shards, the server made %s"
                            .formatted(plan.shards(), map.shards().keySet())
                    : map.shards().keySet().stream()
                            .filter(shard -> map.active(shard).isEmpty())
                            .findFirst()
                            .map(shard -> "shard %d is Active nowhere: %s".formatted(shard, map.told(shard)))
                            .orElse("");
        });
        return seen[0];
    }
}
