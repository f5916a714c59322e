package io.lifeboat.restore.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.CollectionRecord;
import io.lifeboat.backup.KeptFile;
import io.lifeboat.backup.seal.ReferencedKeys;
import io.lifeboat.backup.store.LocalStore;
import io.lifeboat.events.serde.Json;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.alias.AliasAction;
import io.lifeboat.qdrant.snapshot.inspect.Expected;
import io.lifeboat.qdrant.snapshot.inspect.Inspection;
import io.lifeboat.qdrant.snapshot.inspect.SnapshotInspector;
import io.lifeboat.qdrant.transport.HttpTransport;
import io.lifeboat.restore.node.Clients;
import io.lifeboat.restore.node.Node;
import io.lifeboat.restore.node.ServerUnderTest;
import io.lifeboat.restore.restore.Seeded;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a node into a local store, and back to what the catalogue says of it. */
class QdrantBackupTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    @TempDir
    private Path folder;

    private final HttpTransport transport = new HttpTransport();
    private final Clients clients = new Clients(transport);
    private ServerUnderTest node;
    private QdrantClient client;

    @BeforeEach
    void start() throws Exception {
        node = ServerUnderTest.start(folder.resolve("node"));
        client = clients.of(node.url(), Optional.empty(), Duration.ofSeconds(20));
        Seeded.collection(client, "docs", 60);
        Seeded.collection(client, "users", 5);
        Seeded.ok(client.aliases().update(List.of(new AliasAction.Create("live", "docs"))));
    }

    @AfterEach
    void stop() throws Exception {
        node.close();
        transport.close();
    }

    private QdrantBackup backup() {
        return new QdrantBackup(
                List.of(new Node(clients, node.url(), Optional.empty())),
                new LocalStore(folder.resolve("store")),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static QdrantBackup.Order order(long lastBytes, @Nullable String key) throws Exception {
        return new QdrantBackup.Order(
                Records.SHOP, "qdrant", "blue", lastBytes, key, key == null ? null : new ReferencedKeys().key(key));
    }

    @Test
    void shouldKeepEachCollectionWithWhatItIsWorth() throws Exception {
        List<String> progress = new ArrayList<>();

        BackupRecord made = backup().run(order(0, null), progress::add);

        BackupRecord found =
                Seeded.catalogue(folder.resolve("store")).find(made.id()).orElseThrow();
        assertThat(found.files()).isEqualTo(made.files());
        assertThat(found.id().text()).isEqualTo("shop/qdrant/full/20261127_120000");
        assertThat(found.serverVersion()).isEqualTo("1.18.3");
        assertThat(found.failed()).isEmpty();
        CollectionRecord docs = found.collection("docs").orElseThrow();
        assertThat(docs.pointsAfter()).isEqualTo(60);
        assertThat(docs.settled()).isTrue();
        assertThat(docs.digest()).isEqualTo(Seeded.digest(client, "docs"));
        assertThat(docs.aliases()).containsExactly("live");
        assertThat(docs.payloadSchema().toString()).contains("city");
        assertThat(progress).hasSize(2).first().asString().startsWith("docs kept: 60 points, ");
    }

    @Test
    void shouldKeepFilesThatAreSoundByThemselves() throws Exception {
        BackupRecord made = backup().run(order(0, null), line -> {});

        for (KeptFile file : made.files()) {
            byte[] bytes =
                    Seeded.bytes(folder.resolve("store"), made, file.name()).orElseThrow();
            assertThat(Json.sha256(bytes)).isEqualTo(file.sha256());
            try (InputStream in = Seeded.catalogue(folder.resolve("store")).open(made, file.name(), 0)) {
                assertThat(SnapshotInspector.inspect(file.name(), in, Expected.NOTHING)
                                .verdict())
                        .isEqualTo(Inspection.Verdict.SOUND);
            }
        }
    }

    @Test
    void shouldLeaveNoSnapshotOnTheNode() throws Exception {
        backup().run(order(0, null), line -> {});

        assertThat(Seeded.ok(client.snapshots("docs").list())).isEmpty();
        assertThat(Seeded.ok(client.snapshots("users").list())).isEmpty();
    }

    @Test
    void shouldKeepCiphertextAndGiveBackPlaintextWhenThereIsAKey() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "ab".repeat(32));

        BackupRecord made = backup().run(order(0, "file:" + key), line -> {});

        KeptFile file = made.files().getFirst();
        byte[] kept = Seeded.bytes(folder.resolve("store"), made, file.name()).orElseThrow();
        assertThat(Json.sha256(kept)).isEqualTo(file.sha256());
        assertThat(file.seal()).isNotNull();
        try (InputStream in = Seeded.catalogue(folder.resolve("store")).open(made, file.name(), 0)) {
            byte[] content = in.readAllBytes();
            assertThat(Json.sha256(content)).isEqualTo(file.contentSha256());
            assertThat(content).isNotEqualTo(kept);
        }
    }

    @Test
    void shouldBeginNothingWhenTheStoreHasTooLittleRoom() {
        assertThatThrownBy(() -> backup().run(order(Long.MAX_VALUE / 4, null), line -> {}))
                .isInstanceOf(NotKept.class)
                .hasMessageContaining("bytes left, expected");
        assertThat(folder.resolve("store").resolve("shop")).doesNotExist();
    }

    @Test
    void shouldLeaveNothingThatLooksLikeABackupWhenTheNodeIsGone() throws Exception {
        node.close();

        assertThatThrownBy(() -> backup().run(order(0, null), line -> {}))
                .isInstanceOf(NotKept.class)
                .hasMessageContaining("no answer (REFUSED");
        assertThat(folder.resolve("store").resolve("shop")).doesNotExist();
    }

    @Test
    void shouldLeaveNothingAndSayWhyWhenTheStoreCannotBeWritten() throws Exception {
        QdrantBackup full = new QdrantBackup(
                List.of(new Node(clients, node.url(), Optional.empty())),
                new FullStore(folder.resolve("store")),
                Clock.fixed(NOW, ZoneOffset.UTC));

        assertThatThrownBy(() -> full.run(order(0, null), line -> {}))
                .isInstanceOf(NotKept.class)
                .hasMessageContaining("store cannot be written: java.io.IOException: No space left on device");
        assertThat(folder.resolve("store/shop/qdrant/full/20261127_120000")).doesNotExist();
        assertThat(Seeded.ok(client.snapshots("docs").list())).isEmpty();
    }

    @Test
    void shouldNotMakeTwoOfOneSecond() throws Exception {
        BackupRecord first = backup().run(order(0, null), line -> {});

        assertThatThrownBy(() -> backup().run(order(0, null), line -> {}))
                .isInstanceOf(NotKept.class)
                .hasMessage("shop/qdrant/full/20261127_120000 is there already");
        assertThat(Seeded.catalogue(folder.resolve("store")).find(first.id())).isPresent();
    }
}
