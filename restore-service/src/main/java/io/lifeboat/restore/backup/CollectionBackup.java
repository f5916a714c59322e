package io.lifeboat.restore.backup;

import io.lifeboat.backup.CollectionRecord;
import io.lifeboat.backup.KeptFile;
import io.lifeboat.backup.Piece;
import io.lifeboat.backup.layout.FileNames;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.alias.Alias;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.collection.CollectionInfo;
import io.lifeboat.qdrant.digest.DigestLevel;
import io.lifeboat.qdrant.digest.DigestOutcome;
import io.lifeboat.qdrant.digest.DigestReader;
import io.lifeboat.qdrant.digest.DigestRequest;
import io.lifeboat.qdrant.digest.DigestSummary;
import io.lifeboat.qdrant.service.CollectionTelemetry;
import io.lifeboat.qdrant.service.ShardTelemetry;
import io.lifeboat.qdrant.service.Telemetry;
import io.lifeboat.qdrant.snapshot.SnapshotInfo;
import io.lifeboat.qdrant.snapshot.SnapshotPlace;
import io.lifeboat.qdrant.snapshot.SnapshotStreams;
import io.lifeboat.qdrant.snapshot.inspect.Expected;
import io.lifeboat.qdrant.snapshot.inspect.SnapshotKind;
import io.lifeboat.qdrant.transport.Received;
import io.lifeboat.restore.node.Node;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one collection of a standalone node: the node makes a snapshot, which is streamed into the store, summed and inspected on the
 * way, and deleted there afterwards. What was in it is recorded: counts before and after, and where nothing was written in between, the
 * digest of all content.
 */
final class CollectionBackup implements CollectionKeeper {
    private static final Logger LOG = Logger.getLogger(CollectionBackup.class);
    private static final int TRIES = 3;

    private final QdrantClient client;
    private final SnapshotStreams streams;
    private final SnapshotKeeper keeper;

    CollectionBackup(Node node, SnapshotKeeper keeper) {
        this.client = node.making();
        this.streams = node.streams();
        this.keeper = keeper;
    }

    @Override
    public Kept keep(String name, List<Alias> aliases) throws InterruptedException, IOException, NotKept {
        CollectionInfo info =
                NotKept.unless("its description", client.collections().get(name));
        long before = NotKept.unless("its count", client.points(name).count());
        Optional<Map<Long, Long>> marksBefore = marks(name);
        SnapshotInfo made = NotKept.unless("a snapshot", client.snapshots(name).create());
        KeptFile file;
        try {
            file = fetch(name, made);
        } finally {
            discard(name, made);
        }
        DigestSummary digest = marksBefore.isPresent() && before <= MOST_DIGESTED ? digest(name) : null;
        long after = NotKept.unless("its count", client.points(name).count());
        boolean settled = before == after && marksBefore.isPresent() && marksBefore.equals(marks(name));
        CollectionRecord record = new CollectionRecord(
                name,
                before,
                after,
                settled,
                settled ? digest : null,
                CollectionKeeper.aliasesOf(name, aliases),
                info.config(),
                CollectionKeeper.indexes(info),
                List.of(Piece.collection(file.name())));
        return new Kept(record, List.of(file));
    }

    private KeptFile fetch(String name, SnapshotInfo made) throws InterruptedException, IOException, NotKept {
        Expected expected = new Expected(OptionalLong.of(made.size()), made.sha256(), OptionalLong.empty());
        return keeper.keep(FileNames.snapshot(name), SnapshotKind.COLLECTION, expected, to -> download(name, made, to))
                .file();
    }

    /** Goes on where a download was cut, as the file on the node stays the same one. */
    private void download(String name, SnapshotInfo made, SnapshotKeeper.Receiving to)
            throws InterruptedException, IOException, NotKept {
        String last = "";
        for (int i = 0; i < TRIES; i++) {
            long from = to.bytes();
            Answer<Received> answer =
                    streams.download(new SnapshotPlace.OfCollection(name), made.name(), from, to::receive);
            switch (answer) {
                case Answer.Ok<Received> ok
                when from == 0 || ok.result().partial() -> {
                    return;
                }
                case Answer.Ok<Received> whole ->
                    throw new NotKept("the node cannot go on with a download that was cut");
                case Answer.Accepted<Received> accepted -> last = "it was accepted, not sent";
                case Answer.Failure<Received> failure -> last = failure.summary();
            }
        }
        throw new NotKept("its snapshot did not come whole in %d tries: %s".formatted(TRIES, last));
    }

    /** What stays there would fill the node's disk; it is found by its name if this fails. */
    private void discard(String name, SnapshotInfo made) throws InterruptedException {
        if (client.snapshots(name).delete(made.name()) instanceof Answer.Failure<Boolean> failure) {
            LOG.warnf(
                    "a snapshot stays on its node collection=%s snapshot=%s reason=%s",
                    name, made.name(), failure.summary());
        }
    }

    private @Nullable DigestSummary digest(String name) throws InterruptedException {
        return switch (DigestReader.read(client.points(name), DigestRequest.whole(DigestLevel.VECTORS))) {
            case DigestOutcome.Complete complete -> complete.digest().summary();
            case DigestOutcome.Failed failed -> {
                LOG.warnf(
                        "no digest is recorded collection=%s reason=%s",
                        name, failed.why().summary());
                yield null;
            }
        };
    }

    /** Shard to last applied operation; empty where the server tells none. */
    private Optional<Map<Long, Long>> marks(String name) throws InterruptedException {
        Optional<Telemetry> telemetry = client.service().telemetry().value();
        List<ShardTelemetry> shards = telemetry.stream()
                .flatMap(told -> told.collections().stream())
                .filter(collection -> collection.name().equals(name))
                .map(CollectionTelemetry::shards)
                .findFirst()
                .orElse(List.of());
        Map<Long, Long> marks = new TreeMap<>();
        for (ShardTelemetry shard : shards) {
            Optional<Long> mark = shard.local().flatMap(ShardTelemetry.LocalReplica::opNum);
            if (mark.isEmpty()) {
                return Optional.empty();
            }
            marks.put(shard.id(), mark.get());
        }
        return marks.isEmpty() ? Optional.empty() : Optional.of(marks);
    }
}
