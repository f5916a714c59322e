package io.lifeboat.restore.backup;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.backup.KeptFile;
import io.lifeboat.backup.Piece;
import io.lifeboat.backup.layout.FileNames;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.snapshot.SnapshotPlace;
import io.lifeboat.qdrant.snapshot.inspect.Expected;
import io.lifeboat.qdrant.snapshot.inspect.Inspection;
import io.lifeboat.qdrant.snapshot.inspect.SnapshotKind;
import io.lifeboat.qdrant.transport.Received;
import io.lifeboat.restore.node.Node;
import io.lifeboat.restore.node.ShardMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes the shards of one collection from the nodes that have them: each from one that has it Active, and from the next one if that
 * fails half-way. The nodes keep no file of it. Not thread-safe.
 */
final class ShardCuts {
    private static final Logger LOG = Logger.getLogger(ShardCuts.class);

    private final Collection<Node> nodes;
    private final SnapshotKeeper keeper;
    private final String collection;
    private final ReplicaMarks marks;
    private final List<Cut> cuts = new ArrayList<>();

    /** @param marks taken before the first cut */
    ShardCuts(Collection<Node> nodes, SnapshotKeeper keeper, String collection, ReplicaMarks marks) {
        this.nodes = nodes;
        this.keeper = keeper;
        this.collection = collection;
        this.marks = marks;
    }

    /**
     * One shard as it was kept.
     *
     * @param before points of this replica, counted before
     */
    record Cut(
            ReplicaMarks.Replica replica, Optional<JsonNode> key, long before, KeptFile file, Inspection inspection) {
        Piece piece() {
            return Piece.shard(
                    replica.shard(),
                    key.map(JsonNode::toString).orElse(null),
                    file.name(),
                    replica.node().address());
        }
    }

    /** @throws NotKept if one shard cannot be had: the others would not be the collection */
    List<Cut> take() throws InterruptedException, IOException, NotKept {
        ShardMap map = ShardMap.read(nodes, collection);
        requireAll(map);
        for (var shard : map.shards().entrySet()) {
            cuts.add(take(map, shard.getKey(), shard.getValue()));
        }
        return cuts;
    }

    /** Before the first byte is taken. */
    private void requireAll(ShardMap map) throws NotKept {
        if (map.shards().isEmpty() || map.shards().size() != map.count()) {
            throw new NotKept("expected %d shards, found %s: the nodes that were asked do not tell of all"
                    .formatted(map.count(), map.shards().keySet()));
        }
        for (long shard : map.shards().keySet()) {
            if (sources(map, shard).isEmpty()) {
                throw new NotKept("shard %d: no node that was asked has it Active, and expected one; %s"
                        .formatted(shard, map.told(shard)));
            }
        }
    }

    private Cut take(ShardMap map, long shard, Optional<JsonNode> key)
            throws InterruptedException, IOException, NotKept {
        List<String> failed = new ArrayList<>();
        for (Node node : sources(map, shard)) {
            try {
                return take(new ReplicaMarks.Replica(node, shard), key);
            } catch (NotKept e) {
                failed.add(node + ": " + e.getMessage());
                LOG.warnf(
                        "a shard is not had from this node collection=%s shard=%d node=%s reason=%s",
                        collection, shard, node, e.getMessage());
            }
        }
        throw new NotKept("shard %d: %s".formatted(shard, String.join("; ", failed)));
    }

    /** The work is shared: who has given the fewest shards comes first. */
    private List<Node> sources(ShardMap map, long shard) {
        return map.active(shard).stream()
                .filter(node -> !marks.dummies().contains(new ReplicaMarks.Replica(node, shard)))
                .sorted(Comparator.comparingLong(node -> cuts.stream()
                        .filter(cut -> cut.replica().node().equals(node))
                        .count()))
                .toList();
    }

    private Cut take(ReplicaMarks.Replica replica, Optional<JsonNode> key)
            throws InterruptedException, IOException, NotKept {
        Node node = replica.node();
        long before = NotKept.unless(
                "its count", node.reading().replica(collection, replica.shard()).count());
        SnapshotKeeper.Kept kept = keeper.keep(
                FileNames.shard(collection, replica.shard()),
                SnapshotKind.SHARD,
                Expected.NOTHING,
                to -> stream(replica, to));
        // a replica that was given up meanwhile may lack what the others took
        ShardMap now = ShardMap.read(nodes, collection);
        if (!now.active(replica.shard()).contains(node)) {
            throw new NotKept(
                    "it was Active when its snapshot began and is not any more: " + now.told(replica.shard()));
        }
        return new Cut(replica, key, before, kept.file(), kept.inspection());
    }

    private void stream(ReplicaMarks.Replica replica, SnapshotKeeper.Receiving to)
            throws InterruptedException, IOException, NotKept {
        Answer<Received> answer =
                replica.node().streams().stream(new SnapshotPlace.OfShard(collection, replica.shard()), to::receive);
        NotKept.unless("its snapshot", answer);
    }
}
