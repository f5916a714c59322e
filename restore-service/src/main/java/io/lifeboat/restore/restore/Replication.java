package io.lifeboat.restore.restore;

import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.digest.DigestLevel;
import io.lifeboat.qdrant.digest.DigestOutcome;
import io.lifeboat.qdrant.digest.DigestReader;
import io.lifeboat.qdrant.digest.DigestRequest;
import io.lifeboat.restore.node.Node;
import io.lifeboat.restore.node.ShardMap;
import io.lifeboat.restore.node.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Gives a restored collection's shards their replicas, and compares what these hold: an answer says only that a copy was begun. */
final class Replication {
    /** How long there may be neither a transfer nor its result, unless said otherwise. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private final Topology.Cluster cluster;
    private final String name;
    private final Instant deadline;
    private final Duration grace;

    /** @param grace a copy has failed when for so long there was neither a transfer nor its result */
    Replication(Topology.Cluster cluster, String name, Instant deadline, Duration grace) {
        this.cluster = cluster;
        this.name = name;
        this.deadline = deadline;
        this.grace = grace;
    }

    /**
     * Copies each shard until it has its replicas, or one on each node if there are not so many.
     *
     * @param byContent whether the replicas are compared by all that they hold, else by their counts
     */
    void run(Collection<Long> shards, int replicas, int confirming, boolean byContent)
            throws NotRestored, InterruptedException {
        int possible = Math.min(replicas, cluster.nodes().size());
        for (long shard : shards) {
            while (map().active(shard).size() < possible) {
                copy(shard, shards);
            }
            requireEqual(shard, byContent);
        }
        if (replicas > 1) {
            NotRestored.unlessDone(
                    client().collections().setReplicas(name, replicas, Math.min(confirming, possible)),
                    "the number of its replicas");
        }
    }

    private ShardMap map() throws InterruptedException {
        return ShardMap.read(cluster.nodes().keySet(), name);
    }

    private QdrantClient client() {
        return cluster.first().looking();
    }

    private void copy(long shard, Collection<Long> all) throws NotRestored, InterruptedException {
        ShardMap map = map();
        List<Node> from = map.active(shard);
        Optional<Node> to = cluster.nodes().keySet().stream()
                .filter(node -> !map.holders(shard).contains(node))
                .min(Comparator.comparingLong(node -> all.stream()
                        .filter(other -> map.holders(other).contains(node))
                        .count()));
        if (from.isEmpty() || to.isEmpty()) {
            throw new NotRestored("shard %d cannot be replicated: %s".formatted(shard, map.told(shard)), true);
        }
        NotRestored.unlessDone(
                client().collections()
                        .replicate(
                                name,
                                shard,
                                cluster.nodes().get(from.getFirst()),
                                cluster.nodes().get(to.get())),
                "the copy of shard " + shard);
        Instant[] still = {Instant.now()};
        Patience.until(deadline, () -> {
            ShardMap now = map();
            if (now.active(shard).contains(to.get()) && !now.isMoving()) {
                return "";
            }
            still[0] = now.isMoving() ? Instant.now() : still[0];
            String told = "shard %d did not come to %s: %s".formatted(shard, to.get(), now.told(shard));
            if (Duration.between(still[0], Instant.now()).compareTo(grace) > 0) {
                throw new NotRestored(told, true);
            }
            return told;
        });
    }

    private void requireEqual(long shard, boolean byContent) throws NotRestored, InterruptedException {
        List<Node> holders = map().active(shard);
        Object first = held(holders.getFirst(), shard, byContent);
        for (Node other : holders.subList(1, holders.size())) {
            Object held = held(other, shard, byContent);
            if (!held.equals(first)) {
                throw new NotRestored(
                        "shard %d: the copy at %s is not what %s holds: %s, expected %s"
                                .formatted(shard, other, holders.getFirst(), held, first),
                        true);
            }
        }
    }

    /** A digest, or a count. */
    private Object held(Node node, long shard, boolean byContent) throws NotRestored, InterruptedException {
        var replica = node.reading().replica(name, shard);
        if (!byContent) {
            return "count of %d points".formatted(NotRestored.unless(replica.count(), "the points of shard " + shard));
        }
        return switch (DigestReader.read(replica, DigestRequest.whole(DigestLevel.VECTORS))) {
            case DigestOutcome.Complete complete -> complete.digest();
            case DigestOutcome.Failed failed ->
                throw new NotRestored(
                        "shard %d at %s: %s".formatted(shard, node, failed.why().summary()), true);
        };
    }
}
