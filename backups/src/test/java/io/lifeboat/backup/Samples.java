package io.lifeboat.backup;

import io.lifeboat.backup.store.BackupStore;
import io.lifeboat.backup.store.Writing;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.serde.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A backup of one collection, as tests want it. */
public final class Samples {
    public static final WorkspaceId SHOP = new WorkspaceId("shop");
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final byte[] CONTENT = "a snapshot".getBytes(StandardCharsets.UTF_8);

    private Samples() {}

    public static BackupId full(Instant taken) {
        return new BackupId(SHOP, "qdrant", BackupKind.FULL, BackupId.stampOf(taken));
    }

    public static BackupId incremental(Instant taken) {
        return new BackupId(SHOP, "qdrant", BackupKind.INCREMENTAL, BackupId.stampOf(taken));
    }

    public static BackupRecord record(BackupId id, Instant taken, @Nullable BackupId base) {
        return new BackupRecord(
                id,
                taken,
                Duration.ofSeconds(3),
                "blue",
                List.of(URI.create("http://127.0.0.1:6333")),
                "1.18.3",
                List.of(collection("docs")),
                List.of(KeptFile.plain("docs.snapshot", CONTENT.length, Json.sha256(CONTENT))),
                List.of(),
                base,
                false,
                null);
    }

    public static CollectionRecord collection(String name) {
        return new CollectionRecord(
                name,
                3,
                3,
                true,
                null,
                List.of("current"),
                Json.mapper().createObjectNode().put("wal", 32),
                Json.mapper().createObjectNode(),
                List.of(Piece.collection(name + ".snapshot")));
    }

    public static Proof proof(BackupId of, boolean passed) {
        return new Proof(
                of,
                NOON,
                passed,
                "as recorded",
                Duration.ofSeconds(2),
                10,
                Json.mapper().createObjectNode(),
                null,
                null);
    }

    public static void put(BackupStore store, String path, byte[] bytes) throws IOException {
        try (Writing writing = store.write(path)) {
            writing.write(bytes);
            writing.commit();
        }
    }

    public static void put(BackupStore store, String path, String text) throws IOException {
        put(store, path, text.getBytes(StandardCharsets.UTF_8));
    }
}
