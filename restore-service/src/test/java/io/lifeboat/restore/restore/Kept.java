package io.lifeboat.restore.restore;

import io.lifeboat.backup.BackupId;
import io.lifeboat.backup.BackupKind;
import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.CollectionRecord;
import io.lifeboat.backup.KeptFile;
import io.lifeboat.backup.Piece;
import io.lifeboat.backup.Proof;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.serde.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Backups for tests of pure rules. */
final class Kept {
    static final WorkspaceId SHOP = new WorkspaceId("shop");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Kept() {}

    /** Taken so many minutes after noon, in 30 s. */
    static BackupRecord full(int minutes, boolean proven) {
        return backup(BackupKind.FULL, minutes, null, "1.18.3", proven ? proof(BackupKind.FULL, minutes, true) : null);
    }

    static BackupRecord link(int minutes, @Nullable BackupRecord base) {
        BackupId on = base == null ? id(BackupKind.FULL, -1) : base.id();
        return backup(BackupKind.INCREMENTAL, minutes, on, "1.18.3", null);
    }

    static BackupRecord madeBy(int minutes, String version) {
        return backup(BackupKind.FULL, minutes, null, version, proof(BackupKind.FULL, minutes, true));
    }

    static BackupRecord refuted(int minutes) {
        return backup(BackupKind.FULL, minutes, null, "1.18.3", proof(BackupKind.FULL, minutes, false));
    }

    private static BackupRecord backup(
            BackupKind kind, int minutes, @Nullable BackupId base, String version, @Nullable Proof proof) {
        return new BackupRecord(
                id(kind, minutes),
                at(minutes),
                Duration.ofSeconds(30),
                "blue",
                List.of(),
                version,
                List.of(collection("docs", 10)),
                List.of(KeptFile.plain("docs.snapshot", 100, "5a".repeat(32))),
                List.of(),
                base,
                false,
                proof);
    }

    static CollectionRecord collection(String name, long points) {
        return new CollectionRecord(
                name,
                points,
                points,
                true,
                null,
                List.of(),
                Json.mapper().createObjectNode(),
                Json.mapper().createObjectNode(),
                List.of(Piece.collection(name + ".snapshot")));
    }

    static Instant at(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    static BackupId id(BackupKind kind, int minutes) {
        return new BackupId(SHOP, "qdrant", kind, BackupId.stampOf(at(minutes)));
    }

    private static Proof proof(BackupKind kind, int minutes, boolean passed) {
        return new Proof(
                id(kind, minutes),
                at(minutes + 5),
                passed,
                passed ? "as recorded" : "37 buckets differ",
                Duration.ofSeconds(9),
                100,
                Json.mapper().createObjectNode(),
                null,
                null);
    }
}
