package io.lifeboat.restore.restore;

import static io.lifeboat.restore.restore.Seeded.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.CollectionRecord;
import io.lifeboat.backup.Piece;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.transport.HttpTransport;
import io.lifeboat.restore.backup.Backups;
import io.lifeboat.restore.node.Clients;
import io.lifeboat.restore.node.FakeClients;
import io.lifeboat.restore.node.FakeCluster;
import io.lifeboat.restore.node.Node;
import io.lifeboat.restore.node.ServerUnderTest;
import io.lifeboat.restore.provision.PlaceName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of a cluster, back on one server and on a cluster of which the tests say what its nodes do. */
class ShardwiseRestoreTest {
    private static final RestoredName NAME =
            new RestoredName("docs", new PlaceName("inc-2026-03-01-001", "0123456789ab"));
    private static final int POINTS = 60;

    @TempDir
    private Path folder;

    private final HttpTransport transport = new HttpTransport();
    private final Pulls pulls = new Pulls();
    private final List<Long> progress = new ArrayList<>();
    private ServerUnderTest data;
    private PullServer served;
    private FakeCluster cluster;
    private FakeClients clients;
    private QdrantClient direct;
    private BackupRecord backup;

    @BeforeEach
    void keepABackup() throws Exception {
        data = ServerUnderTest.start(folder.resolve("data"));
        served = PullServer.start(pulls);
        cluster = new FakeCluster(transport, data.url());
        clients = new FakeClients(cluster);
        direct = clients.of(FakeCluster.address("n1"), Optional.empty(), Duration.ofSeconds(20));
        Seeded.sharded(direct, "docs", 3, POINTS);
        backup = Backups.of(cluster.nodes(clients), store());
    }

    @AfterEach
    void stop() throws Exception {
        clients.close();
        served.close();
        data.close();
        transport.close();
    }

    private Path store() {
        return folder.resolve("store");
    }

    private Restored restore(BackupRecord from, RestoreServer into) throws Exception {
        return new CollectionRestore(into, Seeded.catalogue(store()), pulls, Duration.ofSeconds(20))
                .run(from, from.collection("docs").orElseThrow(), NAME, progress::add);
    }

    private Restored intoTheCluster(BackupRecord from) throws Exception {
        return restore(from, RestoreServers.of(cluster.nodes(clients), clients, served.address()));
    }

    /** The same backup with its collection recorded otherwise. */
    private BackupRecord recorded(int replicas, List<Piece> pieces) {
        CollectionRecord docs = backup.collection("docs").orElseThrow();
        ObjectNode config = docs.config().deepCopy();
        ((ObjectNode) config.path("params")).put("replication_factor", replicas);
        CollectionRecord other = new CollectionRecord(
                docs.name(),
                docs.pointsBefore(),
                docs.pointsAfter(),
                docs.settled(),
                docs.digest(),
                docs.aliases(),
                config,
                docs.payloadSchema(),
                pieces);
        return new BackupRecord(
                backup.id(),
                backup.taken(),
                backup.took(),
                backup.site(),
                backup.origin(),
                backup.serverVersion(),
                List.of(other),
                backup.files(),
                backup.failed(),
                backup.base(),
                backup.foreign(),
                backup.proof());
    }

    private List<Piece> pieces() {
        return backup.collection("docs").orElseThrow().pieces();
    }

    private List<String> there() throws Exception {
        return ok(direct.collections().list());
    }

    @Test
    void shouldComeBackOnOneServerShardByShard() throws Exception {
        try (ServerUnderTest alone = ServerUnderTest.start(folder.resolve("alone"));
                HttpTransport plain = new HttpTransport()) {
            Clients own = new Clients(plain);
            Node node = new Node(own, alone.url(), Optional.empty());

            Restored restored = restore(backup, RestoreServers.of(List.of(node), own, served.address()));

            assertThat(restored).isInstanceOfSatisfying(Restored.Whole.class, whole -> {
                assertThat(whole.points()).isEqualTo(POINTS);
                assertThat(whole.bytes()).isEqualTo(backup.bytes());
                assertThat(whole.leftOpen()).isEmpty();
            });
            assertThat(Seeded.digest(node.reading(), NAME.text())).isEqualTo(Seeded.digest(direct, "docs"));
            assertThat(progress).isSorted().last().isEqualTo(backup.bytes());
        }
    }

    @Test
    void shouldLetEachShardsNodePullItAndThenReplicateIt() throws Exception {
        Restored restored = intoTheCluster(recorded(2, pieces()));

        assertThat(restored)
                .isInstanceOfSatisfying(
                        Restored.Whole.class,
                        whole -> assertThat(whole.points()).isEqualTo(POINTS));
        for (int shard = 0; shard < 3; shard++) {
            assertThat(cluster.askedFor("PUT /collections/%s/shards/%d/snapshots/recover".formatted(NAME, shard)))
                    .containsExactly(FakeCluster.NODES.get(shard));
            assertThat(cluster.replicas(NAME.text(), shard))
                    .hasSize(2)
                    .containsEntry(FakeCluster.NODES.get(shard), "Active");
        }
        for (String node : FakeCluster.NODES) {
            long held = List.of(0L, 1L, 2L).stream()
                    .filter(shard -> cluster.has(node, NAME.text(), shard))
                    .count();
            assertThat(held).isEqualTo(2);
        }
        assertThat(ok(direct.collections().get(NAME.text()))
                        .config()
                        .at("/params/replication_factor")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void shouldMakeNoMoreReplicasThanThereAreNodes() throws Exception {
        assertThat(intoTheCluster(recorded(5, pieces()))).isInstanceOf(Restored.Whole.class);
        assertThat(cluster.replicas(NAME.text(), 0)).hasSize(3);
    }

    @Test
    void shouldBeginNothingWhileANodeOfTheClusterIsAway() throws Exception {
        cluster.silence("n2");

        assertThat(intoTheCluster(backup)).isInstanceOfSatisfying(Restored.Broken.class, broken -> {
            assertThat(broken.why()).startsWith("expected all 3 nodes of the cluster to answer, 2 do");
            assertThat(broken.again()).isTrue();
        });
        assertThat(there()).containsExactly("docs");
    }

    @Test
    void shouldDropAllOfItWhenOneShardIsDamaged() throws Exception {
        Path file = store().resolve(backup.id().text()).resolve(pieces().get(1).file());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThat(intoTheCluster(backup)).isInstanceOfSatisfying(Restored.Broken.class, broken -> {
            assertThat(broken.why()).startsWith("the backup is damaged: " + backup.id() + "/docs.shard-1.snapshot");
            assertThat(broken.again()).isFalse();
        });
        assertThat(there()).containsExactly("docs");
    }

    @Test
    void shouldNotTakeAShardsFileForAnotherShards() throws Exception {
        List<Piece> twice = List.of(
                pieces().get(0),
                Piece.shard(1, null, pieces().get(0).file(), FakeCluster.address("n1")),
                pieces().get(2));

        assertThat(intoTheCluster(recorded(1, twice)))
                .isInstanceOfSatisfying(
                        Restored.Broken.class,
                        broken -> assertThat(broken.why()).startsWith("restored from docs, "));
        assertThat(there()).containsExactly("docs");
    }

    @Test
    void shouldTellACopyThatHoldsSomethingElse() throws Exception {
        cluster.replaceIn("n2", NAME.text(), "docs-other");
        Seeded.sharded(direct, "docs-other", 3, 2 * POINTS);

        assertThat(intoTheCluster(recorded(2, pieces())))
                .isInstanceOfSatisfying(
                        Restored.Broken.class,
                        broken -> assertThat(broken.why()).contains("is not what", "http://n2:6333"));
        assertThat(there()).containsExactly("docs", "docs-other");
    }

    @Test
    void shouldRefuseAWholeSnapshotOfSeveralShardsInACluster() throws Exception {
        Restored restored = intoTheCluster(
                recorded(1, List.of(Piece.collection(pieces().get(0).file()))));

        assertThat(restored)
                .isInstanceOfSatisfying(
                        Restored.Refused.class,
                        refused -> assertThat(refused.why()).startsWith("one snapshot holds all of its 3 shards"));
        assertThat(there()).containsExactly("docs");
    }

    @Test
    void shouldRefuseShardKeysOnOneServerBeforeAnythingIsMade() throws Exception {
        List<Piece> keyed = pieces().stream()
                .map(piece -> Piece.shard(piece.shard() + 1, "\"k" + piece.shard() + "\"", piece.file(), piece.node()))
                .toList();
        BackupRecord custom = recorded(1, keyed);
        ((ObjectNode) custom.collections().getFirst().config().path("params")).put("sharding_method", "custom");
        Node node = new Node(new Clients(transport), data.url(), Optional.empty());

        Restored restored = restore(custom, RestoreServers.of(List.of(node), new Clients(transport), served.address()));

        assertThat(restored)
                .isInstanceOfSatisfying(
                        Restored.Refused.class,
                        refused -> assertThat(refused.why()).startsWith("a standalone server has no shard keys"));
        assertThat(there()).containsExactly("docs");
    }

    @Test
    void shouldDropWhatWasBegunByAnotherNodeWhenTheFirstHasDied() throws Exception {
        Restored restored = new CollectionRestore(
                        RestoreServers.of(cluster.nodes(clients), clients, served.address()),
                        Seeded.catalogue(store()),
                        pulls,
                        Duration.ofSeconds(20))
                .run(backup, backup.collection("docs").orElseThrow(), NAME, bytes -> {
                    cluster.silence("n1");
                    cluster.silence("n3");
                });

        assertThat(restored).isInstanceOf(Restored.Broken.class);
        assertThat(cluster.asked()).contains("n2 DELETE /collections/" + NAME);
        cluster.wake();
        assertThat(there()).containsExactly("docs");
    }

    /** It would be answered with 200, and hold no point (case 40). */
    @Test
    void shouldRefuseAWholeSnapshotWithShardKeysOnOneServer() throws Exception {
        BackupRecord custom =
                recorded(1, List.of(Piece.collection(pieces().get(0).file())));
        ((ObjectNode) custom.collections().getFirst().config().path("params")).put("sharding_method", "custom");
        Node node = new Node(new Clients(transport), data.url(), Optional.empty());

        Restored restored = restore(custom, RestoreServers.of(List.of(node), new Clients(transport), served.address()));

        assertThat(restored)
                .isInstanceOfSatisfying(
                        Restored.Refused.class,
                        refused -> assertThat(refused.why()).startsWith("its shards are named by keys"));
        assertThat(there()).containsExactly("docs");
    }
}
