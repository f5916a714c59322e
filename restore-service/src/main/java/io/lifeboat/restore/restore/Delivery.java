package io.lifeboat.restore.restore;

import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.Catalogue;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.snapshot.RecoverRequest;
import io.lifeboat.qdrant.snapshot.SnapshotPlace;
import io.lifeboat.qdrant.transport.UploadSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Brings kept snapshots to a server: it pulls them from us, or they are pushed where it cannot reach us; it checks the SHA-256 before it
 * touches anything.
 *
 * @param deadline of all of them, by the local clock
 */
record Delivery(Catalogue catalogue, BackupRecord backup, Pulls pulls, Instant deadline) {

    /**
     * Waits until it is restored.
     *
     * @param to the node that has the place
     * @param name for a pushed file, which the node keeps until we delete it: nobody else's
     * @param progress is told the bytes sent so far
     * @return bytes sent
     */
    long deliver(RestoreServer to, SnapshotPlace place, String file, String name, LongConsumer progress)
            throws NotRestored, InterruptedException {
        Content content;
        try {
            content = Content.of(catalogue, backup, file);
        } catch (IOException e) {
            throw new NotRestored(e.getMessage(), true);
        }
        try (Pulls.Offer offer = pulls.offer(content, progress)) {
            Answer<Boolean> answer = to.reached().isPresent()
                    ? recover(to, place, content, offer.under(to.reached().get()))
                    : push(to, place, name, content, offer.pull());
            requireRestored(answer, offer.pull());
        }
        return content.bytes();
    }

    /** What is left of the time; never zero, for a call that is about to be given up. */
    Duration left() throws NotRestored {
        Duration left = Duration.between(Instant.now(), deadline);
        if (left.isNegative() || left.isZero()) {
            throw new NotRestored("its time was over", true);
        }
        return left;
    }

    private Answer<Boolean> recover(RestoreServer to, SnapshotPlace place, Content content, URI from)
            throws NotRestored, InterruptedException {
        return to.within(left())
                .snapshots(place)
                .recover(new RecoverRequest(
                        from.toString(), Optional.of(content.sha256()), RecoverRequest.Priority.SNAPSHOT));
    }

    private Answer<Boolean> push(RestoreServer to, SnapshotPlace place, String name, Content content, Pull pull)
            throws NotRestored, InterruptedException {
        UploadSource source = new UploadSource(content.bytes(), () -> opened(pull));
        Answer<Boolean> answer =
                to.pushing(left()).upload(place, name, source, content.sha256(), RecoverRequest.Priority.SNAPSHOT);
        to.client().snapshots(place).delete(name);
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
}
