package io.lifeboat.restore.restore;

import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.Catalogue;
import io.lifeboat.backup.CollectionRecord;
import io.lifeboat.restore.provision.PlaceName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongConsumer;

/**
 * Restores the collections of a backup on one server or cluster: group by group, and no more once one is broken. When its thread is
 * interrupted, so are all restores, which drop what they had begun.
 *
 * @param critical names, the most critical first
 * @param attempt by which the new names are made
 * @param deadline of all together, by the local clock
 */
public record RestoreRun(
        RestoreServer server,
        Catalogue catalogue,
        Pulls pulls,
        BackupRecord backup,
        List<String> critical,
        PlaceName attempt,
        Instant deadline,
        long budget,
        int atOnce) {

    /**
     * What came of each, in the order in which they were begun; those after a broken one are not in it.
     *
     * @param progress is told the bytes pulled so far, of all together
     */
    public List<Restored> run(List<CollectionRecord> wanted, LongConsumer progress) throws InterruptedException {
        List<Restored> ended = new ArrayList<>();
        AtomicLong pulled = new AtomicLong();
        for (List<CollectionRecord> group : RestoreOrder.groups(wanted, critical, this::bytes, budget, atOnce)) {
            ended.addAll(together(group, pulled, progress));
            if (!ended.stream().allMatch(Restored.Whole.class::isInstance)) {
                return ended;
            }
        }
        return ended;
    }

    private List<Restored> together(List<CollectionRecord> group, AtomicLong pulled, LongConsumer progress)
            throws InterruptedException {
        AtomicLongArray each = new AtomicLongArray(group.size());
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<Restored>> running = new ArrayList<>();
            for (int index = 0; index < group.size(); index++) {
                int mine = index;
                LongConsumer told = bytes -> progress.accept(pulled.addAndGet(bytes - each.getAndSet(mine, bytes)));
                running.add(workers.submit(() -> one(group.get(mine), told)));
            }
            List<Restored> ended = new ArrayList<>();
            for (Future<Restored> future : running) {
                ended.add(future.get());
            }
            return ended;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a restore ended unexpectedly", e.getCause());
        } finally {
            workers.shutdownNow();
            workers.close();
        }
    }

    private Restored one(CollectionRecord recorded, LongConsumer told) throws InterruptedException {
        Duration left = Duration.between(Instant.now(), deadline);
        if (left.isNegative() || left.isZero()) {
            return new Restored.Broken(recorded.name(), "its time was over before it began", true);
        }
        return new CollectionRestore(server, catalogue, pulls, left)
                .run(backup, recorded, new RestoredName(recorded.name(), attempt), told);
    }

    /** Bytes of a collection's files. */
    public long bytes(CollectionRecord recorded) {
        return recorded.pieces().stream()
                .flatMap(piece -> backup.file(piece.file()).stream())
                .mapToLong(file -> file.contentBytes())
                .sum();
    }
}
