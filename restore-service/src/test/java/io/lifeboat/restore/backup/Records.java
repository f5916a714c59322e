package io.lifeboat.restore.backup;

import io.lifeboat.backup.BackupId;
import io.lifeboat.backup.BackupKind;
import io.lifeboat.backup.BackupRecord;
import io.lifeboat.events.id.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of backups that nobody made. */
final class Records {
    static final WorkspaceId SHOP = new WorkspaceId("shop");

    private Records() {}

    static BackupRecord full(Instant taken) {
        return record(BackupKind.FULL, taken, null, false, List.of());
    }

    static BackupRecord after(BackupRecord base, Instant taken) {
        return record(BackupKind.INCREMENTAL, taken, base.id(), false, List.of());
    }

    static BackupRecord record(
            BackupKind kind, Instant taken, @Nullable BackupId base, boolean foreign, List<String> failed) {
        return new BackupRecord(
                new BackupId(SHOP, "qdrant", kind, BackupId.stampOf(taken)),
                taken,
                Duration.ofSeconds(1),
                "blue",
                List.of(),
                "1.18.3",
                List.of(),
                List.of(),
                failed,
                base,
                foreign,
                null);
    }
}
