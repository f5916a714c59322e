package io.lifeboat.restore.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.CollectionRecord;
import io.lifeboat.backup.Piece;
import io.lifeboat.backup.store.LocalStore;
import io.lifeboat.events.serde.Json;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.alias.AliasAction;
import io.lifeboat.qdrant.call.Endpoint;
import io.lifeboat.qdrant.snapshot.SnapshotPlace;
import io.lifeboat.qdrant.snapshot.SnapshotStreams;
import io.lifeboat.qdrant.snapshot.inspect.Expected;
import io.lifeboat.qdrant.snapshot.inspect.Inspection;
import io.lifeboat.qdrant.snapshot.inspect.SnapshotInspector;
import io.lifeboat.qdrant.snapshot.inspect.SnapshotKind;
import io.lifeboat.qdrant.transport.HttpStreams;
import io.lifeboat.qdrant.transport.HttpTransport;
import io.lifeboat.restore.node.FakeClients;
import io.lifeboat.restore.node.FakeCluster;
import io.lifeboat.restore.node.ServerUnderTest;
import io.lifeboat.restore.restore.Seeded;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where each shard comes from, and what is recorded of it. */
class ClusterBackupTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final int POINTS = 60;

    @TempDir
    private Path folder;

    private final HttpTransport transport = new HttpTransport();
    private ServerUnderTest server;
    private FakeCluster cluster;
    private FakeClients clients;
    private QdrantClient direct;

    @BeforeEach
    void start() throws Exception {
        server = ServerUnderTest.start(folder.resolve("server"));
        cluster = new FakeCluster(transport, server.url());
        clients = new FakeClients(cluster);
        direct = clients.of(FakeCluster.address("n1"), Optional.empty(), Duration.ofSeconds(20));
        Seeded.sharded(direct, "docs", 3, POINTS);
        cluster.place("docs", 0, Map.of("n1", "Active", "n2", "Active"))
                .place("docs", 1, Map.of("n2", "Active", "n3", "Active"))
                .place("docs", 2, Map.of("n1", "Active", "n3", "Active"));
        Seeded.ok(direct.aliases().update(List.of(new AliasAction.Create("live", "docs"))));
    }

    @AfterEach
    void stop() throws Exception {
        clients.close();
        server.close();
        transport.close();
    }

    private BackupRecord backup() throws Exception {
        return new QdrantBackup(
                        cluster.nodes(clients),
                        new LocalStore(folder.resolve("store")),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .run(new QdrantBackup.Order(Records.SHOP, "qdrant", "blue", 0, null, null), line -> {});
    }

    private CollectionRecord docs() throws Exception {
        return backup().collection("docs").orElseThrow();
    }

    @Test
    void shouldKeepEachShardFromANodeThatHasItActive() throws Exception {
        BackupRecord made = backup();

        BackupRecord found =
                Seeded.catalogue(folder.resolve("store")).find(made.id()).orElseThrow();
        CollectionRecord docs = found.collection("docs").orElseThrow();
        assertThat(docs.pieces()).extracting(Piece::shard).containsExactly(0L, 1L, 2L);
        assertThat(docs.pieces()).extracting(Piece::form).containsOnly(Piece.Form.SHARD);
        assertThat(docs.pieces())
                .allSatisfy(piece -> assertThat(cluster.replicas("docs", piece.shard()))
                        .containsKey(piece.node().getHost()));
        assertThat(docs.pointsBefore()).isEqualTo(POINTS);
        assertThat(docs.pointsAfter()).isEqualTo(POINTS);
        assertThat(docs.settled()).isTrue();
        assertThat(docs.digest()).isEqualTo(Seeded.digest(direct, "docs"));
        assertThat(docs.aliases()).containsExactly("live");
        assertThat(docs.payloadSchema().path("city").asText()).isEqualTo("keyword");
        assertThat(found.origin()).hasSize(3);
        assertThat(found.serverVersion()).isEqualTo("1.18.3");
    }

    @Test
    void shouldShareTheWorkAmongTheNodes() throws Exception {
        backup();

        assertThat(clients.streamed()).extracting(each -> each.substring(0, 2)).doesNotHaveDuplicates();
    }

    @Test
    void shouldKeepShardSnapshotsThatAreSoundByThemselves() throws Exception {
        BackupRecord made = backup();

        assertThat(ids(made)).isEqualTo(POINTS);
    }

    private long ids(BackupRecord made) throws Exception {
        long ids = 0;
        for (Piece piece : made.collection("docs").orElseThrow().pieces()) {
            try (InputStream in = Seeded.catalogue(folder.resolve("store")).open(made, piece.file(), 0)) {
                Inspection inspection = SnapshotInspector.inspect(piece.file(), in, Expected.NOTHING);
                assertThat(inspection.kind()).isEqualTo(SnapshotKind.SHARD);
                assertThat(inspection.verdict()).isEqualTo(Inspection.Verdict.SOUND);
                assertThat(inspection.sha256())
                        .isEqualTo(made.file(piece.file()).orElseThrow().sha256());
                ids += inspection.points().orElseThrow();
            }
        }
        return ids;
    }

    @Test
    void shouldTakeTheNextNodeWhenOneBreaksOffHalfWay() throws Exception {
        clients.cut("n2", 5_000);

        CollectionRecord docs = docs();

        assertThat(clients.streamed()).containsExactly("n1 docs/0", "n3 docs/1", "n3 docs/2");
        assertThat(docs.pieces()).extracting(piece -> piece.node().getHost()).containsExactly("n1", "n3", "n3");
        assertThat(docs.settled()).isTrue();
    }

    @Test
    void shouldDoWithoutANodeThatIsAway() throws Exception {
        cluster.silence("n3");

        assertThat(docs().pieces()).extracting(piece -> piece.node().getHost()).containsExactly("n2", "n2", "n1");
    }

    @Test
    void shouldKeepWhatItHasWhenANodeDiesAfterItHasGivenItsShard() throws Exception {
        cluster.place("docs", 1, Map.of("n1", "Active")).place("docs", 2, Map.of("n1", "Active"));
        clients.during("n1", () -> cluster.silence("n2"));

        BackupRecord made = backup();

        CollectionRecord docs = made.collection("docs").orElseThrow();
        assertThat(docs.pieces()).extracting(piece -> piece.node().getHost()).containsExactly("n2", "n1", "n1");
        assertThat(docs.couldHold(ids(made))).isTrue();
        assertThat(docs.pointsAfter()).isEqualTo(POINTS);
        assertThat(docs.settled()).isFalse();
    }

    @Test
    void shouldAskAnotherNodeWhenTheOneThatKnowsMostHasDied() throws Exception {
        cluster.place("docs", 1, Map.of("n2", "Active")).place("docs", 2, Map.of("n1", "Active"));
        clients.during("n1", () -> cluster.silence("n3"));

        assertThat(docs().config().at("/params/shard_number").asInt()).isEqualTo(3);
        assertThat(cluster.askedFor("GET /collections/docs")).contains("n2");
    }

    @Test
    void shouldNotTrustANodeThatTheOthersHaveGivenUp() throws Exception {
        cluster.believe("n3", 0, "n1", "Dead");
        cluster.believe("n3", 2, "n1", "Dead");

        assertThat(docs().pieces()).extracting(piece -> piece.node().getHost()).doesNotContain("n1");
    }

    @Test
    void shouldNotTakeWhatIsNotActive() throws Exception {
        cluster.place("docs", 1, Map.of("n2", "Partial", "n3", "Active"));

        assertThat(docs().pieces().get(1).node()).isEqualTo(FakeCluster.address("n3"));
    }

    /** It is called Active with 0 points, and its snapshot would be sound and empty (case 24). */
    @Test
    void shouldNotTakeADummyThatIsCalledActive() throws Exception {
        cluster.spoil("n3", "docs", 1);
        cluster.spoil("n3", "docs", 2);

        assertThat(docs().pieces()).extracting(piece -> piece.node().getHost()).doesNotContain("n3");
        assertThat(cluster.askedFor("/shards/1/points/count")).containsExactly("n2");
    }

    @Test
    void shouldNotKeepWhatIsNoSnapshotOfAShard() throws Exception {
        var made = Seeded.ok(direct.snapshots("docs").create());
        java.io.ByteArrayOutputStream whole = new java.io.ByteArrayOutputStream();
        try (HttpStreams streams = new HttpStreams()) {
            SnapshotStreams.of(streams, Endpoint.of(server.url()))
                    .download(new SnapshotPlace.OfCollection("docs"), made.name(), 0, whole::write);
        }
        for (String node : FakeCluster.NODES) {
            clients.instead(node, whole.toByteArray());
        }

        assertThatThrownBy(this::backup)
                .isInstanceOf(NotKept.class)
                .hasMessageContaining("expected a snapshot of a SHARD, found one of a COLLECTION");
    }

    @Test
    void shouldThrowAwayAShardWhoseReplicaWasGivenUpMeanwhile() throws Exception {
        clients.during("n2", () -> cluster.place("docs", 1, Map.of("n2", "Dead", "n1", "Active")));
        cluster.place("docs", 0, Map.of("n3", "Active")).place("docs", 1, Map.of("n2", "Active", "n1", "Active"));

        assertThat(docs().pieces().get(1).node()).isEqualTo(FakeCluster.address("n1"));
        assertThat(clients.streamed()).containsSubsequence("n2 docs/1", "n1 docs/1");
    }

    @Test
    void shouldNameTheShardWhenNobodyHasItActive() {
        cluster.place("docs", 1, Map.of("n2", "Dead", "n3", "Dead"));

        assertThatThrownBy(this::backup)
                .isInstanceOf(NotKept.class)
                .hasMessageContaining("docs: shard 1: no node that was asked has it Active");
        assertThat(folder.resolve("store/shop/qdrant/full/20261127_120000")).doesNotExist();
    }

    @Test
    void shouldRefuseHalfACollection() {
        cluster.silence("n1");
        cluster.silence("n3");
        cluster.place("docs", 2, Map.of("n1", "Active", "n3", "Active"));

        assertThatThrownBy(this::backup)
                .isInstanceOf(NotKept.class)
                .hasMessageContaining("shard 2: no node that was asked has it Active");
    }

    @Test
    void shouldRecordABoundAndNoDigestWhenItIsWrittenToMeanwhile() throws Exception {
        clients.during("n2", () -> Seeded.upsert(direct, "docs", POINTS + 1, POINTS + 9));

        BackupRecord made = backup();

        CollectionRecord docs = made.collection("docs").orElseThrow();
        assertThat(docs.settled()).isFalse();
        assertThat(docs.digest()).isNull();
        assertThat(docs.pointsBefore()).isLessThan(POINTS + 9);
        assertThat(docs.pointsAfter()).isEqualTo(POINTS + 9);
        assertThat(docs.couldHold(ids(made))).isTrue();
    }

    @Test
    void shouldKeepTheKeysOfCustomSharding() throws Exception {
        cluster.key("docs", 0, Json.mapper().getNodeFactory().textNode("eu"))
                .key("docs", 1, Json.mapper().getNodeFactory().numberNode(7))
                .key("docs", 2, Json.mapper().getNodeFactory().textNode("us"));

        assertThat(docs().pieces()).extracting(Piece::key).containsExactly("\"eu\"", "7", "\"us\"");
    }
}
