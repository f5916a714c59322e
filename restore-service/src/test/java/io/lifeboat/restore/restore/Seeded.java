package io.lifeboat.restore.restore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.backup.BackupId;
import io.lifeboat.backup.BackupKind;
import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.Catalogue;
import io.lifeboat.backup.CollectionRecord;
import io.lifeboat.backup.KeptFile;
import io.lifeboat.backup.Piece;
import io.lifeboat.backup.StoreCatalogue;
import io.lifeboat.backup.layout.BackupFolder;
import io.lifeboat.backup.seal.ReferencedKeys;
import io.lifeboat.backup.store.LocalStore;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.serde.Json;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.digest.DigestLevel;
import io.lifeboat.qdrant.digest.DigestOutcome;
import io.lifeboat.qdrant.digest.DigestReader;
import io.lifeboat.qdrant.digest.DigestRequest;
import io.lifeboat.qdrant.digest.DigestSummary;
import io.lifeboat.qdrant.point.NewPoint;
import io.lifeboat.qdrant.point.PointId;
import io.lifeboat.qdrant.snapshot.SnapshotInfo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A collection on a node, and a backup of it in a local store, made as a third party would: by the node's own calls. */
public final class Seeded {
    public static final WorkspaceId SHOP = new WorkspaceId("shop");

    private Seeded() {}

    /** The answer's value, or the failure as an error of the test. */
    public static <T> T ok(Answer<T> answer) {
        return switch (answer) {
            case Answer.Ok<T> ok -> ok.result();
            case Answer.Accepted<T> accepted -> throw new AssertionError("accepted only");
            case Answer.Failure<T> failure -> throw new AssertionError(failure.summary());
        };
    }

    public static void collection(QdrantClient client, String name, int points) throws InterruptedException {
        sharded(client, name, 1, points);
    }

    /** The same in so many shards. */
    public static void sharded(QdrantClient client, String name, int shards, int points) throws InterruptedException {
        ObjectNode settings = QdrantJson.object().put("shard_number", shards);
        settings.putObject("vectors").put("size", 4).put("distance", "Dot");
        ok(client.collections().create(name, settings));
        ok(client.collections().createIndex(name, "city", "keyword"));
        upsert(client, name, 1, points);
    }

    /** Points whose content follows from their ids, the last one included. */
    public static void upsert(QdrantClient client, String name, int from, int to) {
        List<NewPoint> batch = new ArrayList<>();
        for (int id = from; id <= to; id++) {
            ObjectNode payload = QdrantJson.object().put("city", "city-" + id % 5);
            batch.add(new NewPoint(
                    PointId.of(id),
                    Json.mapper()
                            .createArrayNode()
                            .add(0.5)
                            .add(id * 0.25)
                            .add(1.0)
                            .add(-0.125),
                    payload));
        }
        try {
            ok(client.points(name).upsert(batch));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static DigestSummary digest(QdrantClient client, String collection) throws InterruptedException {
        return switch (DigestReader.read(client.points(collection), DigestRequest.whole(DigestLevel.VECTORS))) {
            case DigestOutcome.Complete complete -> complete.digest().summary();
            case DigestOutcome.Failed failed ->
                throw new AssertionError(failed.why().summary());
        };
    }

    public static Catalogue catalogue(Path store) {
        return new StoreCatalogue(new LocalStore(store), new ReferencedKeys());
    }

    /** Keeps the named collections of a node as one full backup. */
    public static BackupRecord keep(QdrantClient client, Path store, Instant taken, List<String> names)
            throws IOException, InterruptedException {
        BackupId id = new BackupId(SHOP, "qdrant", BackupKind.FULL, BackupId.stampOf(taken));
        Path folder = Files.createDirectories(store.resolve(id.text()));
        List<KeptFile> files = new ArrayList<>();
        List<CollectionRecord> collections = new ArrayList<>();
        for (String name : names) {
            byte[] snapshot = snapshot(client, name);
            Files.write(folder.resolve(name + ".snapshot"), snapshot);
            files.add(KeptFile.plain(name + ".snapshot", snapshot.length, Json.sha256(snapshot)));
            collections.add(record(client, name));
        }
        BackupRecord record = new BackupRecord(
                id,
                taken,
                Duration.ofSeconds(1),
                "blue",
                List.of(client.endpoint().address()),
                ok(client.service().info()).version(),
                collections,
                files,
                List.of(),
                null,
                false,
                null);
        new BackupFolder(new LocalStore(store), id.text()).complete(record);
        return record;
    }

    private static CollectionRecord record(QdrantClient client, String name) throws InterruptedException {
        long points = ok(client.points(name).count());
        List<String> aliases = ok(client.aliases().list()).stream()
                .filter(alias -> alias.collection().equals(name))
                .map(alias -> alias.name())
                .toList();
        var info = ok(client.collections().get(name));
        return new CollectionRecord(
                name,
                points,
                points,
                true,
                digest(client, name),
                aliases,
                info.config(),
                Json.mapper().valueToTree(info.payloadSchema()),
                List.of(Piece.collection(name + ".snapshot")));
    }

    private static byte[] snapshot(QdrantClient client, String name) throws IOException, InterruptedException {
        SnapshotInfo made = ok(client.snapshots(name).create());
        URI file = URI.create(
                "%s/collections/%s/snapshots/%s".formatted(client.endpoint().address(), name, made.name()));
        try (HttpClient http = HttpClient.newHttpClient()) {
            byte[] bytes = http.send(HttpRequest.newBuilder(file).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            ok(client.snapshots(name).delete(made.name()));
            return bytes;
        }
    }

    /** Changes a kept file and makes its record right again, as one would who wants it not to be noticed. */
    public static BackupRecord replace(Path store, BackupRecord backup, String file, byte[] bytes) throws IOException {
        Files.write(store.resolve(backup.id().text()).resolve(file), bytes);
        List<KeptFile> files = backup.files().stream()
                .map(kept -> kept.name().equals(file) ? KeptFile.plain(file, bytes.length, Json.sha256(bytes)) : kept)
                .toList();
        BackupRecord forged = new BackupRecord(
                backup.id(),
                backup.taken(),
                backup.took(),
                backup.site(),
                backup.origin(),
                backup.serverVersion(),
                backup.collections(),
                files,
                backup.failed(),
                backup.base(),
                backup.foreign(),
                backup.proof());
        new BackupFolder(new LocalStore(store), backup.id().text()).complete(forged);
        return forged;
    }

    public static Optional<byte[]> bytes(Path store, BackupRecord backup, String file) throws IOException {
        Path path = store.resolve(backup.id().text()).resolve(file);
        return Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
    }
}
