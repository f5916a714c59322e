package io.lifeboat.restore.restore;

import static io.lifeboat.restore.restore.Seeded.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.backup.BackupRecord;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.alias.AliasAction;
import io.lifeboat.qdrant.transport.HttpTransport;
import io.lifeboat.restore.node.Clients;
import io.lifeboat.restore.node.ServerUnderTest;
import io.lifeboat.restore.provision.PlaceName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the stand-in, which behaves as recorded with a real server, or against that. */
class CollectionRestoreTest {
    private static final PlaceName ATTEMPT = new PlaceName("inc-2026-03-01-001", "0123456789ab");
    private static final RestoredName NAME = new RestoredName("docs", ATTEMPT);

    @TempDir
    private Path folder;

    private final HttpTransport transport = new HttpTransport();
    private final Clients clients = new Clients(transport);
    private final Pulls pulls = new Pulls();
    private ServerUnderTest node;
    private PullServer served;
    private QdrantClient client;
    private BackupRecord backup;

    @BeforeEach
    void keepABackup() throws Exception {
        node = ServerUnderTest.start(folder.resolve("node"));
        served = PullServer.start(pulls);
        client = clients.of(node.url(), Optional.empty(), Duration.ofSeconds(10));
        Seeded.collection(client, "docs", 50);
        backup = Seeded.keep(client, store(), Instant.parse("2026-03-01T08:00:00Z"), List.of("docs"));
    }

    @AfterEach
    void stop() throws Exception {
        served.close();
        node.close();
        transport.close();
    }

    private Path store() {
        return folder.resolve("store");
    }

    private Restored restore(BackupRecord from) throws InterruptedException {
        return restore(from, Optional.of(served.address()));
    }

    private Restored restore(BackupRecord from, Optional<URI> reached) throws InterruptedException {
        RestoreServer server = new RestoreServer(clients, node.url(), Optional.empty(), reached);
        return new CollectionRestore(server, Seeded.catalogue(store()), pulls, Duration.ofSeconds(20))
                .run(from, from.collection("docs").orElseThrow(), NAME, bytes -> {});
    }

    private static Restored.Broken broken(Restored restored) {
        assertThat(restored).isInstanceOf(Restored.Broken.class);
        return (Restored.Broken) restored;
    }

    private byte[] kept() throws IOException {
        return Seeded.bytes(store(), backup, "docs.snapshot").orElseThrow();
    }

    @Test
    void shouldRestoreBesideWhatIsThereAndJudgeItByTheRecord() throws Exception {
        Restored restored = restore(backup);

        assertThat(restored).isInstanceOfSatisfying(Restored.Whole.class, whole -> {
            assertThat(whole.name()).isEqualTo("docs--inc-2026-03-01-001-0123456789ab");
            assertThat(whole.points()).isEqualTo(50);
            assertThat(whole.bytes()).isEqualTo(backup.bytes());
            assertThat(whole.leftOpen()).isEmpty();
        });
        assertThat(Seeded.digest(client, NAME.text()).sameContent(Seeded.digest(client, "docs")))
                .isTrue();
    }

    @Test
    void shouldPushWhenTheNodeCannotReachUsAndLeaveNoFileThere() throws Exception {
        Restored restored = restore(backup, Optional.empty());

        assertThat(restored).isInstanceOf(Restored.Whole.class);
        assertThat(ok(client.snapshots(NAME.text()).list())).isEmpty();
    }

    @Test
    void shouldRefuseANameThatIsThere() throws Exception {
        Seeded.collection(client, NAME.text(), 3);

        assertThat(broken(restore(backup)).why()).isEqualTo(NAME + " is there already: never restored into");
        assertThat(ok(client.points(NAME.text()).count())).isEqualTo(3);
    }

    @Test
    void shouldRefuseANameThatIsAnAlias() throws Exception {
        ok(client.aliases().update(List.of(new AliasAction.Create(NAME.text(), "docs"))));

        assertThat(broken(restore(backup)).why()).isEqualTo(NAME + " is an alias: never restored into");
        assertThat(ok(client.points("docs").count())).isEqualTo(50);
    }

    @Test
    void shouldDropWhatDeadAttemptsLeftButNotWhatAnAliasLeadsTo() throws Exception {
        String dead = "docs--inc-2026-03-01-001-dead00000000";
        String used = "docs--inc-2026-03-01-001-used00000000";
        String other = "docs--inc-2026-03-01-002-dead00000000";
        for (String name : List.of(dead, used, other)) {
            Seeded.collection(client, name, 1);
        }
        ok(client.aliases().update(List.of(new AliasAction.Create("live", used))));

        restore(backup);

        assertThat(ok(client.collections().list())).containsExactly("docs", NAME.text(), used, other);
    }

    @Test
    void shouldNameTheFileWhenAKeptByteWasChanged() throws Exception {
        byte[] bytes = kept();
        bytes[bytes.length / 2] ^= 1;
        Files.write(store().resolve(backup.id().text()).resolve("docs.snapshot"), bytes);

        Restored.Broken broken = broken(restore(backup));

        assertThat(broken.why()).startsWith("the backup is damaged: " + backup.id() + "/docs.snapshot at offset");
        assertThat(broken.again()).isFalse();
        assertThat(ok(client.collections().list())).containsExactly("docs");
    }

    @Test
    void shouldDropALeftoverWhenTheServerCannotUnpackIt() throws Exception {
        byte[] garbage = new byte[10_240];
        BackupRecord forged = Seeded.replace(store(), backup, "docs.snapshot", garbage);

        assertThat(broken(restore(forged)).why()).startsWith("the server could not restore it");
        assertThat(ok(client.collections().list())).containsExactly("docs");
    }

    @Test
    void shouldTellTheContentWhenItIsNotWhatWasRecorded() throws Exception {
        ok(client.points("docs").delete(List.of(io.lifeboat.qdrant.point.PointId.of(7))));
        ok(client.points("docs")
                .upsert(List.of(new io.lifeboat.qdrant.point.NewPoint(
                        io.lifeboat.qdrant.point.PointId.of(51),
                        io.lifeboat.events.serde.Json.mapper()
                                .createArrayNode()
                                .add(1)
                                .add(2)
                                .add(3)
                                .add(4),
                        io.lifeboat.qdrant.answer.QdrantJson.object()))));
        BackupRecord later =
                Seeded.keep(client, folder.resolve("other"), Instant.parse("2026-03-01T09:00:00Z"), List.of("docs"));
        byte[] others =
                Seeded.bytes(folder.resolve("other"), later, "docs.snapshot").orElseThrow();
        BackupRecord forged = Seeded.replace(store(), backup, "docs.snapshot", others);

        assertThat(broken(restore(forged)).why())
                .startsWith("restored from docs, its content is not what was backed up: 2 of 1024 buckets differ");
        assertThat(ok(client.collections().list())).containsExactly("docs");
    }

    @Test
    void shouldSayThatNothingWasPulledWhenTheNodeDoesNotReachUs() throws Exception {
        Restored.Broken broken = broken(restore(backup, Optional.of(URI.create("http://127.0.0.1:1"))));

        assertThat(broken.why()).startsWith("nothing was pulled from us");
        assertThat(broken.again()).isTrue();
        assertThat(ok(client.collections().list())).containsExactly("docs");
    }
}
