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
import io.lifeboat.qdrant.snapshot.RecoverRequest;
import io.lifeboat.qdrant.snapshot.SnapshotPlace;
import io.lifeboat.qdrant.transport.UploadSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Restores one collection under a name that nobody uses: the node pulls it from us, checks its SHA-256, and what is there then
 * is counted and digested before anybody hears of it. What is not right is dropped. One object a restore.
 */
public final class CollectionRestore {
    private static final Logger LOG = Logger.getLogger(CollectionRestore.class);

    private final RestoreServer server;
    private final Catalogue catalogue;
    private final Pulls pulls;
    private final Duration within;
    private boolean begun;

    /** @param within for the pull; counting and digesting have time-outs of their own */
    public CollectionRestore(RestoreServer server, Catalogue catalogue, Pulls pulls, Duration within) {
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
            requireFree(name);
            dropRivals(name);
            long bytes = pull(backup, recorded, name, progress);
            return judged(recorded, name, bytes, began);
        } catch (NotRestored e) {
            if (begun) {
                dropLeftover(name.text());
            }
            return new Restored.Broken(recorded.name(), e.why(), e.again());
        } catch (InterruptedException e) {
            if (begun) {
                dropLeftover(name.text());
            }
            throw e;
        }
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

    private long pull(BackupRecord backup, CollectionRecord recorded, RestoredName name, LongConsumer progress)
            throws NotRestored, InterruptedException {
        if (recorded.pieces().size() != 1 || recorded.pieces().getFirst().form() != Piece.Form.COLLECTION) {
            throw new NotRestored("expected one snapshot of the whole collection, found " + recorded.pieces(), false);
        }
        Content content;
        try {
            content = Content.of(catalogue, backup, recorded.pieces().getFirst().file());
        } catch (IOException e) {
            throw new NotRestored(e.getMessage(), true);
        }
        try (Pulls.Offer offer = pulls.offer(content, progress)) {
            begun = true;
            Answer<Boolean> answer = server.reached().isPresent()
                    ? recover(name, content, offer.under(server.reached().get()))
                    : push(name, content, offer.pull());
            requireRestored(answer, offer.pull());
        }
        return content.bytes();
    }

    private Answer<Boolean> recover(RestoredName name, Content content, URI from) throws InterruptedException {
        return server.within(within)
                .snapshots(name.text())
                .recover(new RecoverRequest(
                        from.toString(), Optional.of(content.sha256()), RecoverRequest.Priority.SNAPSHOT));
    }

    /** The node keeps what is pushed under a name of this attempt, until we delete it. */
    private Answer<Boolean> push(RestoredName name, Content content, Pull pull) throws InterruptedException {
        String file = name.attempt().text() + ".snapshot";
        UploadSource source = new UploadSource(content.bytes(), () -> opened(pull));
        Answer<Boolean> answer = server.pushing(within)
                .upload(
                        new SnapshotPlace.OfCollection(name.text()),
                        file,
                        source,
                        content.sha256(),
                        RecoverRequest.Priority.SNAPSHOT);
        server.client().snapshots(name.text()).delete(file);
        return answer;
    }

    private static InputStream opened(Pull pull) {
        try {
            return pull.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireRestored(Answer<Boolean> answer, Pull pull) throws NotRestored {
        if (pull.fault().isPresent()) {
            throw new NotRestored("the backup is damaged: " + pull.fault().get(), false);
        }
        switch (answer) {
            case Answer.Ok<Boolean> ok -> {
                if (!ok.result()) {
                    throw new NotRestored("the server answered false", true);
                }
            }
            case Answer.Accepted<Boolean> accepted ->
                throw new NotRestored("the server accepted it and will not say how it ends", true);
            case Answer.Failure<Boolean> failure ->
                throw new NotRestored(
                        pull.sent() == 0
                                ? "nothing was pulled from us: " + failure.summary()
                                : "the server could not restore it: " + failure.summary(),
                        !pull.isWhole());
        }
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

    private void dropLeftover(String name) throws InterruptedException {
        Answer<Boolean> dropped = server.client().collections().delete(name);
        if (dropped instanceof Answer.Failure<Boolean> failure) {
            LOG.warnf("a broken leftover stays collection=%s reason=%s", name, failure.summary());
        }
    }
}
