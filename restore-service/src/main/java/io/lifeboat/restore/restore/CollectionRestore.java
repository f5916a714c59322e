package io.lifeboat.restore.restore;

import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.Catalogue;
import io.lifeboat.backup.CollectionRecord;
import io.lifeboat.backup.Piece;
import io.lifeboat.qdrant.alias.Alias;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.collection.CollectionInfo;
import io.lifeboat.qdrant.digest.DigestOutcome;
import io.lifeboat.qdrant.digest.DigestReader;
import io.lifeboat.qdrant.digest.DigestRequest;
import io.lifeboat.qdrant.digest.DigestSummary;
import io.lifeboat.qdrant.snapshot.SnapshotPlace;
import io.lifeboat.restore.node.Node;
import io.lifeboat.restore.node.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Restores one collection under a name that nobody uses: the nodes pull it from us, check its SHA-256, and what is there then
 * is counted and digested before anybody hears of it. What is not right is dropped. One object a restore.
 */
public final class CollectionRestore {
    private static final Logger LOG = Logger.getLogger(CollectionRestore.class);

    private final RestoreServer all;
    private final Catalogue catalogue;
    private final Pulls pulls;
    private final Duration within;
    /** The node that is asked what all of them know. */
    private RestoreServer server;

    private boolean begun;

    /** @param within for the pull; counting and digesting have time-outs of their own */
    public CollectionRestore(RestoreServer server, Catalogue catalogue, Pulls pulls, Duration within) {
        this.all = server;
        this.server = server;
        this.catalogue = catalogue;
        this.pulls = pulls;
        this.within = within;
    }

    /** @param progress is told the bytes pulled so far */
    public Restored run(BackupRecord backup, CollectionRecord recorded, RestoredName name, LongConsumer progress)
            throws InterruptedException {
        Instant began = Instant.now();
        try {
            Topology topology = topology();
            requireFree(name);
            dropRivals(name);
            Delivery delivery = new Delivery(catalogue, backup, pulls, began.plus(within));
            long bytes = bring(topology, recorded, name, delivery, progress);
            return judged(recorded, name, bytes, began);
        } catch (NotRestored e) {
            if (begun) {
                dropLeftover(name.text());
            }
            return e.of(recorded.name());
        } catch (InterruptedException e) {
            if (begun) {
                dropLeftover(name.text());
            }
            throw e;
        }
    }

    private Topology topology() throws NotRestored, InterruptedException {
        Topology topology = Topology.of(all.nodes());
        server = switch (topology) {
            case Topology.Alone alone -> all.at(alone.node());
            case Topology.Cluster cluster -> all.at(cluster.first());
            case Topology.Unfit unfit -> throw new NotRestored(unfit.why(), unfit.again());
        };
        return topology;
    }

    /** A name in a recover call is resolved as an alias, and what a live one held would be gone (facts 1 and 2). */
    private void requireFree(RestoredName name) throws NotRestored, InterruptedException {
        List<Alias> aliases = NotRestored.unless(server.client().aliases().list(), "its aliases");
        if (aliases.stream().anyMatch(alias -> alias.name().equals(name.text()))) {
            throw new NotRestored(name + " is an alias: never restored into", false);
        }
        if (NotRestored.unless(server.client().collections().exists(name.text()), name.text())) {
            throw new NotRestored(name + " is there already: never restored into", false);
        }
    }

    /** What tries of dead claims have left; not what an alias leads to. */
    private void dropRivals(RestoredName name) throws NotRestored, InterruptedException {
        List<Alias> aliases = NotRestored.unless(server.client().aliases().list(), "its aliases");
        for (String other : NotRestored.unless(server.client().collections().list(), "its collections")) {
            boolean used = aliases.stream().anyMatch(alias -> alias.collection().equals(other));
            if (name.isRival(other) && !used) {
                dropLeftover(other);
            }
        }
    }

    private long bring(
            Topology topology, CollectionRecord recorded, RestoredName name, Delivery delivery, LongConsumer progress)
            throws NotRestored, InterruptedException {
        if (recorded.pieces().isEmpty()) {
            throw new NotRestored("expected at least one snapshot of it, found none", false);
        }
        Piece first = recorded.pieces().getFirst();
        if (isCustomSharded(recorded) && first.form() == Piece.Form.COLLECTION) {
            throw NotRestored.refused(
                    "its shards are named by keys: restored as a whole it would hold no point, and nothing would say so");
        }
        begun = true;
        if (topology instanceof Topology.Alone && first.form() == Piece.Form.COLLECTION) {
            if (recorded.pieces().size() > 1) {
                throw new NotRestored(
                        "expected one snapshot of the whole collection, found " + recorded.pieces(), false);
            }
            return delivery.deliver(
                    server,
                    new SnapshotPlace.OfCollection(name.text()),
                    first.file(),
                    name.attempt().text() + ".snapshot",
                    progress);
        }
        return new ShardwiseRestore(all, topology, delivery).run(recorded, name, progress);
    }

    private static boolean isCustomSharded(CollectionRecord recorded) {
        return recorded.config().path("params").path("sharding_method").asText().equals("custom");
    }

    private Restored judged(CollectionRecord recorded, RestoredName name, long bytes, Instant began)
            throws NotRestored, InterruptedException {
        CollectionInfo info = NotRestored.unless(server.client().collections().get(name.text()), name.text());
        long points = NotRestored.unless(server.counting().points(name.text()).count(), "its points");
        DigestSummary digest = digest(recorded, name.text());
        String difference = Comparison.difference(
                        recorded, points, digest, info.payloadSchema().keySet())
                .orElse("");
        if (!difference.isEmpty()) {
            throw new NotRestored("restored from %s, %s".formatted(recorded.name(), difference), false);
        }
        return new Restored.Whole(
                recorded.name(),
                name.text(),
                points,
                digest == null ? "" : digest.root(),
                bytes,
                Duration.between(began, Instant.now()),
                Comparison.leftOpen(recorded));
    }

    private @Nullable DigestSummary digest(CollectionRecord recorded, String name)
            throws NotRestored, InterruptedException {
        DigestSummary wanted = recorded.digest();
        if (wanted == null) {
            return null;
        }
        DigestOutcome outcome = DigestReader.read(server.counting().points(name), DigestRequest.whole(wanted.level()));
        return switch (outcome) {
            case DigestOutcome.Complete complete -> complete.digest().summary();
            case DigestOutcome.Failed failed ->
                throw new NotRestored(
                        "its content could not be read: " + failed.why().summary(), true);
        };
    }

    /** By whichever node of a cluster still does it. */
    private void dropLeftover(String name) throws InterruptedException {
        String last = "";
        for (Node node : all.nodes()) {
            Answer<Boolean> dropped = node.looking().collections().delete(name);
            if (!(dropped instanceof Answer.Failure<Boolean> failure)) {
                return;
            }
            last = failure.summary();
        }
        LOG.warnf("a broken leftover stays collection=%s reason=%s", name, last);
    }
}
