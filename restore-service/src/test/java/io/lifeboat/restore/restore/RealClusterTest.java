package io.lifeboat.restore.restore;

import static io.lifeboat.restore.restore.Seeded.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.backup.BackupRecord;
import io.lifeboat.events.serde.Json;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.answer.ResultReader;
import io.lifeboat.qdrant.call.Caller;
import io.lifeboat.qdrant.point.NewPoint;
import io.lifeboat.qdrant.point.PointId;
import io.lifeboat.qdrant.transport.ByteReceiver;
import io.lifeboat.qdrant.transport.Download;
import io.lifeboat.qdrant.transport.HttpTransport;
import io.lifeboat.qdrant.transport.RawAnswer;
import io.lifeboat.qdrant.transport.Received;
import io.lifeboat.qdrant.transport.ResourcePath;
import io.lifeboat.qdrant.transport.StreamTransport;
import io.lifeboat.qdrant.transport.Upload;
import io.lifeboat.restore.backup.Backups;
import io.lifeboat.restore.node.Clients;
import io.lifeboat.restore.node.Node;
import io.lifeboat.restore.node.RealCluster;
import io.lifeboat.restore.node.ServerUnderTest;
import io.lifeboat.restore.node.ShardMap;
import io.lifeboat.restore.provision.PlaceName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Three nodes of a real Qdrant: backed up shard by shard, and restored into a standalone one and into the cluster. */
@EnabledIfSystemProperty(
        named = "lifeboat.qdrant.binary",
        matches = ".+",
        disabledReason = "no real Qdrant: -Dlifeboat.qdrant.binary is not set")
class RealClusterTest {
    private static final PlaceName ATTEMPT = new PlaceName("inc-2026-03-01-001", "0123456789ab");

    @TempDir
    private Path folder;

    private final HttpTransport transport = new HttpTransport();
    private final Clients clients = new Clients(transport);
    private final Pulls pulls = new Pulls();
    private RealCluster cluster;
    private PullServer served;
    private QdrantClient first;

    @BeforeEach
    void start() throws Exception {
        served = PullServer.start(pulls);
        cluster = RealCluster.start(folder.resolve("cluster"), clients, 3);
        first = cluster.nodes().getFirst().reading();
    }

    @AfterEach
    void stop() throws Exception {
        served.close();
        if (cluster != null) {
            cluster.close();
        }
        transport.close();
    }

    private BackupRecord backup() throws Exception {
        return Backups.of(cluster.nodes(), folder.resolve("store"));
    }

    private RestoreServer server(List<URI> nodes, boolean pulling) {
        return new RestoreServer(
                clients,
                nodes.stream()
                        .map(node -> new RestoreServer.Reaching(
                                node, pulling ? Optional.of(served.address()) : Optional.empty()))
                        .toList(),
                Optional.empty());
    }

    private Restored restore(BackupRecord backup, String collection, RestoreServer into) throws Exception {
        return new CollectionRestore(into, Seeded.catalogue(folder.resolve("store")), pulls, Duration.ofSeconds(60))
                .run(backup, backup.collection(collection).orElseThrow(), name(collection), bytes -> {});
    }

    private static RestoredName name(String collection) {
        return new RestoredName(collection, ATTEMPT);
    }

    private void sharded(int replicas) throws Exception {
        ObjectNode settings = QdrantJson.object().put("shard_number", 3).put("replication_factor", replicas);
        settings.putObject("vectors").put("size", 4).put("distance", "Dot");
        ok(first.collections().create("docs", settings));
        ok(first.collections().createIndex("docs", "city", "keyword"));
        ObjectNode text = QdrantJson.object().put("type", "text").put("tokenizer", "word");
        ok(first.collections().createIndex("docs", "title", text.put("min_token_len", 3)));
        Seeded.upsert(first, "docs", 1, 2_000);
    }

    @Test
    void shouldBringAClusterBackIntoAStandaloneServer() throws Exception {
        sharded(2);
        BackupRecord made = backup();
        assertThat(made.failed()).isEmpty();
        assertThat(made.collection("docs").orElseThrow().settled()).isTrue();
        try (ServerUnderTest alone = ServerUnderTest.start(folder.resolve("alone"))) {
            Restored restored = restore(made, "docs", server(List.of(alone.url()), true));

            assertThat(restored).isInstanceOfSatisfying(Restored.Whole.class, whole -> {
                assertThat(whole.points()).isEqualTo(2_000);
                assertThat(whole.leftOpen()).isEmpty();
            });
            QdrantClient there = clients.of(alone.url(), Optional.empty(), Duration.ofSeconds(20));
            String name = name("docs").text();
            assertThat(Seeded.digest(there, name)).isEqualTo(Seeded.digest(first, "docs"));
            assertThat(ok(there.collections().get(name)).payloadIndexes())
                    .isEqualTo(ok(first.collections().get("docs")).payloadIndexes());
            Seeded.upsert(there, name, 1_990, 2_010);
            assertThat(ok(there.points(name).count())).isEqualTo(2_010);
        }
    }

    @Test
    void shouldBringAClusterBackIntoAClusterWithItsReplicas() throws Exception {
        sharded(2);
        BackupRecord made = backup();

        Restored restored = restore(made, "docs", server(cluster.addresses(), true));

        assertThat(restored)
                .isInstanceOfSatisfying(
                        Restored.Whole.class,
                        whole -> assertThat(whole.points()).isEqualTo(2_000));
        String name = name("docs").text();
        ShardMap map = ShardMap.read(cluster.nodes(), name);
        assertThat(map.shards().keySet()).containsExactly(0L, 1L, 2L);
        for (long shard : map.shards().keySet()) {
            List<Node> holders = map.active(shard);
            assertThat(holders).hasSize(2);
            long count = ok(holders.getFirst().reading().replica(name, shard).count());
            assertThat(count).isPositive();
            assertThat(ok(holders.getLast().reading().replica(name, shard).count()))
                    .isEqualTo(count);
        }
        assertThat(ok(first.collections().get(name))
                        .config()
                        .at("/params/replication_factor")
                        .asInt())
                .isEqualTo(2);
        assertThat(Seeded.digest(first, name)).isEqualTo(Seeded.digest(first, "docs"));
        Seeded.upsert(first, name, 1_990, 2_010);
        assertThat(ok(first.points(name).count())).isEqualTo(2_010);
    }

    @Test
    void shouldPushWhereTheNodesCannotReachUs() throws Exception {
        sharded(2);

        assertThat(restore(backup(), "docs", server(cluster.addresses(), false)))
                .isInstanceOfSatisfying(
                        Restored.Whole.class,
                        whole -> assertThat(whole.points()).isEqualTo(2_000));
    }

    @Test
    void shouldTakeEachShardFromWhoIsLeftWhenANodeDies() throws Exception {
        sharded(2);
        URI dead = cluster.addresses().get(1);
        cluster.kill(dead);

        BackupRecord made = backup();

        assertThat(made.collection("docs").orElseThrow().pieces())
                .hasSize(3)
                .noneMatch(piece -> dead.equals(piece.node()));
        assertThat(made.collection("docs").orElseThrow().couldHold(2_000)).isTrue();
    }

    @Test
    void shouldRefuseAShardThatNobodyWhoIsLeftHas() throws Exception {
        sharded(1);
        cluster.kill(cluster.addresses().get(1));

        assertThatThrownBy(this::backup).hasMessageContaining("no node that was asked has it Active");
    }

    /** 256 dimensions: more than the buffers between the node and us can hold. */
    private void large(int points) throws Exception {
        ObjectNode settings = QdrantJson.object().put("shard_number", 3).put("replication_factor", 2);
        settings.putObject("vectors").put("size", 256).put("distance", "Dot");
        ok(first.collections().create("docs", settings));
        for (int from = 1; from <= points; from += 1_000) {
            upsertLarge(from, from + 999);
        }
    }

    private void upsertLarge(int from, int to) throws InterruptedException {
        ok(first.points("docs")
                .upsert(IntStream.rangeClosed(from, to)
                        .mapToObj(id -> {
                            ArrayNode vector = Json.mapper().createArrayNode();
                            IntStream.range(0, 256).forEach(i -> vector.add((id + i) % 100));
                            return new NewPoint(PointId.of(id), vector, QdrantJson.object());
                        })
                        .toList()));
    }

    /** As {@link Clients}, but does something as soon as the first bytes of a stream have come. */
    private final class Watched extends Clients {
        private final Consumer<Download> atFirst;

        Watched(Consumer<Download> atFirst) {
            super(transport);
            this.atFirst = atFirst;
        }

        @Override
        public StreamTransport streams() {
            StreamTransport inner = super.streams();
            return new StreamTransport() {
                @Override
                public Answer<Received> download(Download request, ByteReceiver to)
                        throws InterruptedException, IOException {
                    boolean[] seen = {false};
                    return inner.download(request, (buffer, offset, length) -> {
                        if (!seen[0]) {
                            seen[0] = true;
                            atFirst.accept(request);
                        }
                        to.receive(buffer, offset, length);
                    });
                }

                @Override
                public RawAnswer upload(Upload request) throws InterruptedException {
                    return inner.upload(request);
                }
            };
        }
    }

    private BackupRecord backupThrough(Clients watched) throws Exception {
        return Backups.of(
                cluster.addresses().stream()
                        .map(address -> new Node(watched, address, Optional.empty()))
                        .toList(),
                folder.resolve("store"));
    }

    @Test
    void shouldGoOnWithAnotherReplicaWhenANodeDiesInTheMiddleOfAShard() throws Exception {
        large(6_000);
        List<URI> dead = new ArrayList<>();

        BackupRecord made = backupThrough(new Watched(request -> {
            if (dead.isEmpty()) {
                dead.add(request.base());
                cluster.kill(request.base());
            }
        }));

        assertThat(made.collection("docs").orElseThrow().pieces())
                .hasSize(3)
                .noneMatch(piece -> dead.contains(piece.node()));
        URI alive = cluster.addresses().stream()
                .filter(node -> !dead.contains(node))
                .findFirst()
                .orElseThrow();
        first = clients.of(alive, Optional.empty(), Duration.ofSeconds(20));
        try (ServerUnderTest alone = ServerUnderTest.start(folder.resolve("alone"))) {
            assertThat(restore(made, "docs", server(List.of(alone.url()), true)))
                    .isInstanceOfSatisfying(
                            Restored.Whole.class,
                            whole -> assertThat(whole.points()).isEqualTo(6_000));
            QdrantClient there = clients.of(alone.url(), Optional.empty(), Duration.ofSeconds(20));
            assertThat(Seeded.digest(there, name("docs").text())).isEqualTo(Seeded.digest(first, "docs"));
        }
    }

    @Test
    void shouldHoldAStateInBetweenWhenItIsWrittenToMeanwhile() throws Exception {
        large(2_000);
        int[] next = {2_001};
        BackupRecord made = backupThrough(new Watched(request -> {
            try {
                upsertLarge(next[0], next[0] + 499);
                next[0] += 500;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));

        assertThat(next[0]).isEqualTo(3_501);
        assertThat(made.collection("docs").orElseThrow().settled()).isFalse();
        assertThat(made.collection("docs").orElseThrow().digest()).isNull();
        try (ServerUnderTest alone = ServerUnderTest.start(folder.resolve("alone"))) {
            assertThat(restore(made, "docs", server(List.of(alone.url()), true)))
                    .isInstanceOfSatisfying(Restored.Whole.class, whole -> {
                        assertThat(whole.points()).isBetween(2_000L, 3_500L);
                        assertThat(whole.leftOpen()).isPresent();
                    });
        }
    }

    @Test
    void shouldLeaveNothingWhenANodeOfTheTargetDiesMeanwhile() throws Exception {
        sharded(2);
        BackupRecord made = backup();
        URI dead = cluster.addresses().get(2);
        boolean[] killed = {false};

        Restored restored = new CollectionRestore(
                        server(cluster.addresses(), true),
                        Seeded.catalogue(folder.resolve("store")),
                        pulls,
                        Duration.ofSeconds(60))
                .run(made, made.collection("docs").orElseThrow(), name("docs"), bytes -> {
                    if (!killed[0]) {
                        killed[0] = true;
                        cluster.kill(dead);
                    }
                });

        assertThat(restored)
                .isInstanceOfSatisfying(
                        Restored.Broken.class,
                        broken -> assertThat(broken.again()).isTrue());
        assertThat(ok(first.collections().list())).containsExactly("docs");
    }

    private void custom() throws Exception {
        ObjectNode settings = QdrantJson.object().put("shard_number", 1).put("sharding_method", "custom");
        settings.putObject("vectors").put("size", 4).put("distance", "Dot");
        ok(first.collections().create("docs", settings));
        JsonNode dropped = Json.mapper().getNodeFactory().textNode("dropped");
        ok(first.collections().createShardKey("docs", dropped));
        ok(first.collections()
                .createShardKey("docs", Json.mapper().getNodeFactory().textNode("eu")));
        ok(first.collections()
                .createShardKey("docs", Json.mapper().getNodeFactory().numberNode(7)));
        Caller caller = new Caller(transport, first.endpoint());
        ObjectNode drop = QdrantJson.object();
        drop.set("shard_key", dropped);
        ok(caller.post(ResourcePath.of("collections", "docs", "shards", "delete"), drop, ResultReader.ofFlag()));
        for (String key : List.of("\"eu\"", "7")) {
            ObjectNode body = QdrantJson.object();
            body.set("shard_key", Json.mapper().readTree(key));
            int from = key.equals("7") ? 100 : 1;
            var points = body.putArray("points");
            IntStream.range(from, from + 50)
                    .forEach(id -> points.addObject()
                            .put("id", id)
                            .putArray("vector")
                            .add(id)
                            .add(1)
                            .add(1)
                            .add(1));
            ok(caller.put(
                    ResourcePath.of("collections", "docs", "points").with("wait", true),
                    body,
                    ResultReader.ofFields(fields -> fields.text("status"))));
        }
    }

    @Test
    void shouldBringShardKeysBackWithTheirShards() throws Exception {
        custom();
        BackupRecord made = backup();
        assertThat(made.collection("docs").orElseThrow().pieces())
                .extracting(piece -> piece.shard() + " " + piece.key())
                .containsExactly("2 \"eu\"", "3 7");

        Restored restored = restore(made, "docs", server(cluster.addresses(), true));

        assertThat(restored)
                .isInstanceOfSatisfying(
                        Restored.Whole.class,
                        whole -> assertThat(whole.points()).isEqualTo(100));
        Caller caller = new Caller(transport, first.endpoint());
        ObjectNode seven = QdrantJson.object().put("exact", true);
        seven.put("shard_key", 7);
        long ofSeven = ok(caller.post(
                ResourcePath.of("collections", name("docs").text(), "points", "count"),
                seven,
                ResultReader.ofFields(fields -> fields.number("count"))));
        assertThat(ofSeven).isEqualTo(50);
        assertThat(Seeded.digest(first, name("docs").text())).isEqualTo(Seeded.digest(first, "docs"));
    }

    @Test
    void shouldRefuseShardKeysOnAStandaloneServer() throws Exception {
        custom();
        BackupRecord made = backup();
        try (ServerUnderTest alone = ServerUnderTest.start(folder.resolve("alone"))) {
            Restored restored = restore(made, "docs", server(List.of(alone.url()), true));

            assertThat(restored)
                    .isInstanceOfSatisfying(
                            Restored.Refused.class,
                            refused -> assertThat(refused.why()).startsWith("a standalone server has no shard keys"));
            QdrantClient there = clients.of(alone.url(), Optional.empty(), Duration.ofSeconds(20));
            assertThat(ok(there.collections().list())).isEmpty();
        }
    }

    /** What a proof of such a backup needs of its scratch server. */
    @Test
    void shouldBringShardKeysBackIntoAClusterOfOne() throws Exception {
        custom();
        BackupRecord made = backup();
        try (RealCluster one = RealCluster.start(folder.resolve("one"), clients, 1)) {
            assertThat(restore(made, "docs", server(one.addresses(), true)))
                    .isInstanceOfSatisfying(
                            Restored.Whole.class,
                            whole -> assertThat(whole.points()).isEqualTo(100));
            QdrantClient there = one.nodes().getFirst().reading();
            assertThat(Seeded.digest(there, name("docs").text())).isEqualTo(Seeded.digest(first, "docs"));
        }
    }

    @Test
    void shouldBringAStandaloneCollectionIntoACluster() throws Exception {
        try (ServerUnderTest alone = ServerUnderTest.start(folder.resolve("alone"))) {
            QdrantClient there = clients.of(alone.url(), Optional.empty(), Duration.ofSeconds(20));
            Seeded.collection(there, "docs", 500);
            BackupRecord made =
                    Backups.of(List.of(new Node(clients, alone.url(), Optional.empty())), folder.resolve("store"));

            Restored restored = restore(made, "docs", server(cluster.addresses(), true));

            assertThat(restored)
                    .isInstanceOfSatisfying(
                            Restored.Whole.class,
                            whole -> assertThat(whole.points()).isEqualTo(500));
            assertThat(Seeded.digest(first, name("docs").text())).isEqualTo(Seeded.digest(there, "docs"));
            ShardMap map = ShardMap.read(cluster.nodes(), name("docs").text());
            assertThat(map.holders(0)).hasSize(1);
        }
    }
}
