package io.lifeboat.restore.backup;

import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.store.LocalStore;
import io.lifeboat.restore.node.Node;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Backups as the service makes them, for tests of what comes after. */
public final class Backups {
    private Backups() {}

    public static BackupRecord of(List<Node> nodes, Path store) throws Exception {
        return new QdrantBackup(nodes, new LocalStore(store), Clock.systemUTC())
                .run(new QdrantBackup.Order(Records.SHOP, "qdrant", "blue", 0, null, null), line -> {});
    }
}
