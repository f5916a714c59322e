package io.lifeboat.restore.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.collection.CollectionCluster;
import io.lifeboat.qdrant.collection.CollectionCluster.LocalShard;
import io.lifeboat.qdrant.collection.CollectionCluster.RemoteShard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the shards of a collection are, as each of several nodes sees it. A node knows its own replicas best, but one that was cut off
 * does not know that the others have given it up: so a replica is good only if nobody who answered says otherwise.
 *
 * @param views by node; what a node could not tell is not there
 */
public record ShardMap(Map<Node, CollectionCluster> views) {
    private static final String ACTIVE = "Active";

    public ShardMap {
        views = new LinkedHashMap<>(views);
    }

    /** Asks them all. */
    public static ShardMap read(Collection<Node> nodes, String collection) throws InterruptedException {
        Map<Node, CollectionCluster> views = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (node.looking().collections().cluster(collection) instanceof Answer.Ok<CollectionCluster> ok) {
                views.put(node, ok.result());
            }
        }
        return new ShardMap(views);
    }

    /** Each shard that anybody knows, with the key that custom sharding gave it. */
    public SortedMap<Long, Optional<JsonNode>> shards() {
        SortedMap<Long, Optional<JsonNode>> shards = new TreeMap<>();
        for (CollectionCluster view : views.values()) {
            view.local().forEach(shard -> shards.put(shard.shardId(), shard.key()));
            view.remote().forEach(shard -> shards.putIfAbsent(shard.shardId(), shard.key()));
        }
        return shards;
    }

    /** How many there are to be, by the greatest number told. */
    public long count() {
        return views.values().stream()
                .mapToLong(CollectionCluster::shardCount)
                .max()
                .orElse(0);
    }

    /** Nodes that have this shard Active by their own account and by that of all others. */
    public List<Node> active(long shard) {
        return views.entrySet().stream()
                .filter(entry ->
                        local(entry.getValue(), shard).filter(ACTIVE::equals).isPresent())
                .filter(entry -> nobodyObjects(entry.getKey(), shard))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean nobodyObjects(Node node, long shard) {
        String peer = views.get(node).peerId();
        return views.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(node))
                .allMatch(entry -> remote(entry.getValue(), shard, peer)
                        .filter(ACTIVE::equals)
                        .isPresent());
    }

    /** Nodes that have a replica of this shard in whatever state, by their own account. */
    public List<Node> holders(long shard) {
        return views.entrySet().stream()
                .filter(entry -> local(entry.getValue(), shard).isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether shards are on their way. */
    public boolean isMoving() {
        return views.values().stream().anyMatch(view -> view.transfers() > 0);
    }

    /** What is known of a shard, for people. */
    public String told(long shard) {
        List<String> told = new ArrayList<>();
        views.forEach((node, view) -> {
            String own = local(view, shard).orElse("none");
            List<String> others = view.remote().stream()
                    .filter(remote -> remote.shardId() == shard)
                    .map(remote -> "peer " + remote.peerId() + " " + remote.state())
                    .toList();
            told.add("%s (peer %s) has it %s and says %s".formatted(node, view.peerId(), own, others));
        });
        return told.isEmpty() ? "no node tells where it is" : String.join("; ", told);
    }

    private static Optional<String> local(CollectionCluster view, long shard) {
        return view.local().stream()
                .filter(local -> local.shardId() == shard)
                .map(LocalShard::state)
                .findFirst();
    }

    private static Optional<String> remote(CollectionCluster view, long shard, String peer) {
        return view.remote().stream()
                .filter(remote -> remote.shardId() == shard && remote.peerId().equals(peer))
                .map(RemoteShard::state)
                .findFirst();
    }
}
