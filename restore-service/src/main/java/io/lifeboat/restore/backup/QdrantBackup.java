package io.lifeboat.restore.backup;

import io.lifeboat.backup.BackupId;
import io.lifeboat.backup.BackupKind;
import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.CollectionRecord;
import io.lifeboat.backup.KeptFile;
import io.lifeboat.backup.layout.BackupFolder;
import io.lifeboat.backup.seal.SealKey;
import io.lifeboat.backup.store.BackupStore;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.qdrant.alias.Alias;
import io.lifeboat.restore.node.Node;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all collections of a standalone node or of a cluster as one full backup, one after another: the disks are the limit. A
 * collection that fails is named in the record and does not stop the others; a backup without any is none.
 */
final class QdrantBackup {
    private static final Logger LOG = Logger.getLogger(QdrantBackup.class);
    /** What must be free in the store beside the size of the newest backup. */
    private static final double MARGIN = 1.1;

    private final List<Node> nodes;
    private final BackupStore store;
    private final Clock clock;

    /** @param nodes of one site */
    QdrantBackup(List<Node> nodes, BackupStore store, Clock clock) {
        this.nodes = List.copyOf(nodes);
        this.store = store;
        this.clock = clock;
    }

    /**
     * What is to be kept.
     *
     * @param site by the log, the active one
     * @param lastBytes of the backup before this one: about so much room is needed; 0 where there is none
     */
    record Order(
            WorkspaceId workspace,
            String source,
            String site,
            long lastBytes,
            @Nullable String keyReference,
            @Nullable SealKey key) {}

    /**
     * Makes the backup, or leaves none.
     *
     * @param progress is told one line for people at each collection
     */
    BackupRecord run(Order order, Consumer<String> progress) throws InterruptedException, NotKept {
        requireRoom(order.lastBytes());
        Instant began = clock.instant();
        BackupId id = new BackupId(order.workspace(), order.source(), BackupKind.FULL, BackupId.stampOf(began));
        Origin origin = Origin.of(nodes);
        List<String> names = NotKept.unless(
                "its collections", origin.first().looking().collections().list());
        List<Alias> aliases =
                NotKept.unless("its aliases", origin.first().looking().aliases().list());
        try {
            if (!store.claim(id.text())) {
                throw new NotKept(id + " is there already");
            }
        } catch (IOException e) {
            throw cannotWrite(e);
        }
        boolean whole = false;
        try {
            BackupRecord kept = keep(order, id, began, origin, names, aliases, progress);
            whole = true;
            return kept;
        } catch (IOException e) {
            throw cannotWrite(e);
        } finally {
            if (!whole) {
                remove(id);
            }
        }
    }

    /** A store that is full or away is to be expected, as a node that is. */
    private NotKept cannotWrite(IOException e) {
        return new NotKept("the store %s cannot be written: %s".formatted(store.name(), e));
    }

    /** What stays has no manifest, so it is no backup, and the next run removes it. */
    private void remove(BackupId id) {
        try {
            store.deleteFolder(id.text());
        } catch (IOException e) {
            LOG.warnf("the beginning of a backup stays in the store backup=%s reason=%s", id, e);
        }
    }

    private BackupRecord keep(
            Order order,
            BackupId id,
            Instant began,
            Origin origin,
            List<String> names,
            List<Alias> aliases,
            Consumer<String> progress)
            throws InterruptedException, IOException, NotKept {
        CollectionKeeper each = origin.keeper(new SnapshotKeeper(store, id.text(), order.keyReference(), order.key()));
        List<CollectionRecord> records = new ArrayList<>();
        List<KeptFile> files = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (String name : names) {
            try {
                CollectionKeeper.Kept kept = each.keep(name, aliases);
                records.add(kept.record());
                files.addAll(kept.files());
                progress.accept("%s kept: %d points, %d bytes"
                        .formatted(name, kept.record().pointsAfter(), kept.bytes()));
            } catch (NotKept e) {
                failed.add(name + ": " + e.getMessage());
                LOG.warnf("a collection is not kept backup=%s collection=%s reason=%s", id, name, e.getMessage());
            }
        }
        if (records.isEmpty() && !names.isEmpty()) {
            throw new NotKept("none of %d collections could be kept: %s".formatted(names.size(), failed));
        }
        BackupRecord record = new BackupRecord(
                id,
                began,
                Duration.between(began, clock.instant()),
                order.site(),
                origin.addresses(),
                origin.version(),
                records,
                files,
                failed,
                null,
                false,
                null);
        new BackupFolder(store, id.text()).complete(record);
        return record;
    }

    private void requireRoom(long lastBytes) throws NotKept {
        OptionalLong room;
        try {
            room = store.room();
        } catch (IOException e) {
            throw cannotWrite(e);
        }
        if (room.isPresent() && room.getAsLong() < lastBytes * MARGIN) {
            throw new NotKept("the store %s has %d bytes left, expected %d, as the last backup has %d"
                    .formatted(store.name(), room.getAsLong(), (long) (lastBytes * MARGIN), lastBytes));
        }
    }
}
