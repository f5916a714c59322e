package io.lifeboat.backup;

import io.lifeboat.backup.layout.BackupFolder;
import io.lifeboat.backup.layout.NotABackup;
import io.lifeboat.backup.seal.KeySource;
import io.lifeboat.backup.seal.UnsealingStream;
import io.lifeboat.backup.store.BackupStore;
import io.lifeboat.backup.store.BackupStore.Entry;
import io.lifeboat.events.id.WorkspaceId;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The catalogue that a store's own folders are: {@code <workspace>/<source>/<full|incremental>/<stamp>/}. The kind may be
 * missing from the path, as it sometimes is in the field; then the folder counts as a full one.
 */
public final class StoreCatalogue implements Catalogue {
    private static final Comparator<BackupRecord> NEWEST_FIRST = Comparator.comparing(BackupRecord::taken)
            .thenComparing(BackupRecord::id)
            .reversed();

    private final BackupStore store;
    private final KeySource keys;

    public StoreCatalogue(BackupStore store, KeySource keys) {
        this.store = store;
        this.keys = keys;
    }

    @Override
    public Listing list(WorkspaceId workspace) throws IOException {
        List<BackupRecord> records = new ArrayList<>();
        List<Damaged> damaged = new ArrayList<>();
        for (String source :
                folders(workspace.value()).stream().filter(BackupId::isSource).toList()) {
            for (String below : folders(workspace + "/" + source)) {
                if (BackupId.isStamp(below)) {
                    read(
                            new BackupId(workspace, source, BackupKind.FULL, below),
                            source + "/" + below,
                            records,
                            damaged);
                } else if (below.equals(BackupKind.FULL.text()) || below.equals(BackupKind.INCREMENTAL.text())) {
                    for (String stamp : folders(workspace + "/" + source + "/" + below)) {
                        if (BackupId.isStamp(stamp)) {
                            BackupId id = new BackupId(workspace, source, BackupKind.of(below), stamp);
                            read(id, source + "/" + below + "/" + stamp, records, damaged);
                        }
                    }
                }
            }
        }
        records.sort(NEWEST_FIRST);
        return new Listing(records, damaged);
    }

    private void read(BackupId id, String below, List<BackupRecord> records, List<Damaged> damaged) throws IOException {
        String path = id.workspace() + "/" + below;
        try {
            new BackupFolder(store, path).read(id).ifPresent(records::add);
        } catch (NotABackup e) {
            damaged.add(new Damaged(path, e.file(), e.why()));
        }
    }

    private List<String> folders(String path) throws IOException {
        return store.list(path).stream()
                .filter(Entry::isFolder)
                .map(Entry::name)
                .toList();
    }

    @Override
    public Optional<BackupRecord> find(BackupId id) throws IOException {
        return new BackupFolder(store, folder(id)).read(id);
    }

    @Override
    public InputStream open(BackupRecord backup, String file, long from) throws IOException {
        KeptFile kept = backup.file(file).orElseThrow(() -> new IOException(backup.id() + ": it has no file " + file));
        String path = folder(backup.id()) + "/" + file;
        KeptFile.Seal seal = kept.seal();
        try {
            return seal == null
                    ? store.open(path, from)
                    : UnsealingStream.open(at -> store.open(path, at), keys.key(seal.key()), from);
        } catch (IOException e) {
            throw new IOException(path + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void keepProof(Proof proof) throws IOException {
        new BackupFolder(store, folder(proof.backup())).keep(proof);
    }

    /** The folder of a backup: with its kind, unless it lies there without. */
    public String folder(BackupId id) throws IOException {
        String without = id.workspace() + "/" + id.source() + "/" + id.stamp();
        return id.kind() == BackupKind.FULL
                        && store.list(id.text()).isEmpty()
                        && !store.list(without).isEmpty()
                ? without
                : id.text();
    }
}
