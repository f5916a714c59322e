package io.lifeboat.restore.backup;

import io.lifeboat.backup.CollectionRecord;
import io.lifeboat.qdrant.alias.Alias;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.collection.CollectionInfo;
import io.lifeboat.qdrant.digest.ContentDigest;
import io.lifeboat.qdrant.digest.DigestLevel;
import io.lifeboat.qdrant.digest.DigestOutcome;
import io.lifeboat.qdrant.digest.DigestReader;
import io.lifeboat.qdrant.digest.DigestRequest;
import io.lifeboat.restore.node.Node;
import io.lifeboat.restore.node.ShardMap;
import io.lifeboat.restore.node.Topology;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Keeps one collection of a cluster, shard by shard. The cuts are not one moment: counts are taken of the very replicas that were kept,
 * before and after each, and a digest is recorded only if nothing was written from the first cut to the last.
 */
final class ClusterBackup implements CollectionKeeper {
    private static final Logger LOG = Logger.getLogger(ClusterBackup.class);

    private final Topology.Cluster cluster;
    private final SnapshotKeeper keeper;

    ClusterBackup(Topology.Cluster cluster, SnapshotKeeper keeper) {
        this.cluster = cluster;
        this.keeper = keeper;
    }

    @Override
    public Kept keep(String name, List<Alias> aliases) throws InterruptedException, IOException, NotKept {
        ReplicaMarks marks = marks(name);
        List<ShardCuts.Cut> cuts = new ShardCuts(cluster.nodes().keySet(), keeper, name, marks).take();
        CollectionInfo info = description(name);
        Optional<ContentDigest> digest = digest(name, cuts);
        List<Long> after = new ArrayList<>();
        for (ShardCuts.Cut cut : cuts) {
            after.add(countAfter(name, cut));
        }
        Counts counts = Counts.of(cuts, after, marks, marks(name));
        CollectionRecord record = new CollectionRecord(
                name,
                counts.least(),
                counts.most(),
                counts.settled(),
                counts.settled() ? digest.map(ContentDigest::summary).orElse(null) : null,
                CollectionKeeper.aliasesOf(name, aliases),
                info.config(),
                CollectionKeeper.indexes(info),
                cuts.stream().map(ShardCuts.Cut::piece).toList());
        return new Kept(record, cuts.stream().map(ShardCuts.Cut::file).toList());
    }

    /** From whichever node can: the one that was asked first may have died since. */
    private CollectionInfo description(String name) throws InterruptedException, NotKept {
        List<String> failed = new ArrayList<>();
        for (Node node : cluster.nodes().keySet()) {
            switch (node.looking().collections().get(name)) {
                case Answer.Ok<CollectionInfo> ok -> {
                    return ok.result();
                }
                case Answer.Accepted<CollectionInfo> accepted -> failed.add(node + " only accepted the question");
                case Answer.Failure<CollectionInfo> failure -> failed.add(node + ": " + failure.summary());
            }
        }
        throw new NotKept("its description: " + String.join("; ", failed));
    }

    /** Of the replica that was kept, or of another one if its node has died since: then it is not settled, as its log is unknown. */
    private long countAfter(String name, ShardCuts.Cut cut) throws InterruptedException, NotKept {
        long shard = cut.replica().shard();
        Answer<Long> own = count(name, cut.replica().node(), shard);
        if (own instanceof Answer.Ok<Long> ok) {
            return ok.result();
        }
        for (Node other : ShardMap.read(cluster.nodes().keySet(), name).active(shard)) {
            if (count(name, other, shard) instanceof Answer.Ok<Long> ok) {
                return ok.result();
            }
        }
        return NotKept.unless("the count of shard " + shard, own);
    }

    private static Answer<Long> count(String name, Node node, long shard) throws InterruptedException {
        return node.reading().replica(name, shard).count();
    }

    private ReplicaMarks marks(String name) throws InterruptedException {
        return ReplicaMarks.read(cluster.nodes().keySet(), name);
    }

    /** Of the replicas that were kept: others may differ, and then it is not theirs that a restore is judged by. */
    private static Optional<ContentDigest> digest(String name, List<ShardCuts.Cut> cuts) throws InterruptedException {
        if (cuts.stream().mapToLong(ShardCuts.Cut::before).sum() > MOST_DIGESTED) {
            return Optional.empty();
        }
        ContentDigest all = ContentDigest.empty(DigestLevel.VECTORS);
        for (ShardCuts.Cut cut : cuts) {
            Node node = cut.replica().node();
            switch (DigestReader.read(
                    node.reading().replica(name, cut.replica().shard()), DigestRequest.whole(DigestLevel.VECTORS))) {
                case DigestOutcome.Complete complete -> all = all.merge(complete.digest());
                case DigestOutcome.Failed failed -> {
                    Answer.Failure<?> why = failed.why();
                    LOG.warnf("no digest is recorded collection=%s node=%s reason=%s", name, node, why.summary());
                    return Optional.empty();
                }
            }
        }
        return Optional.of(all);
    }
}
