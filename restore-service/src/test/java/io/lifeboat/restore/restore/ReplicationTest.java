package io.lifeboat.restore.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.transport.HttpTransport;
import io.lifeboat.restore.node.FakeClients;
import io.lifeboat.restore.node.FakeCluster;
import io.lifeboat.restore.node.ServerUnderTest;
import io.lifeboat.restore.node.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicationTest {
    @TempDir
    private Path folder;

    private final HttpTransport transport = new HttpTransport();
    private ServerUnderTest data;
    private FakeCluster cluster;
    private FakeClients clients;
    private QdrantClient direct;

    @BeforeEach
    void start() throws Exception {
        data = ServerUnderTest.start(folder);
        cluster = new FakeCluster(transport, data.url());
        clients = new FakeClients(cluster);
        direct = clients.of(FakeCluster.address("n1"), Optional.empty(), Duration.ofSeconds(20));
        Seeded.sharded(direct, "docs", 2, 20);
    }

    @AfterEach
    void stop() throws Exception {
        clients.close();
        data.close();
        transport.close();
    }

    private Replication replication() throws InterruptedException {
        return new Replication(
                (Topology.Cluster) Topology.of(cluster.nodes(clients)),
                "docs",
                Instant.now().plusSeconds(20),
                Duration.ofMillis(50));
    }

    @Test
    void shouldGiveUpWhenACopyWasAgreedUponAndNeverCame() {
        cluster.copyNothing("docs");

        assertThatThrownBy(() -> replication().run(List.of(0L, 1L), 2, 1, true))
                .isInstanceOf(NotRestored.class)
                .hasMessageStartingWith("shard 0 did not come to http://n");
    }

    @Test
    void shouldCopyNothingWhenOneReplicaIsAllThereWas() throws Exception {
        replication().run(List.of(0L, 1L), 1, 1, true);

        assertThat(cluster.asked()).noneMatch(each -> each.contains(" POST /collections/docs/cluster"));
        assertThat(cluster.asked()).noneMatch(each -> each.contains(" PATCH "));
    }

    @Test
    void shouldNotCopyFromOrToWhatIsThereInAnotherState() throws Exception {
        cluster.place("docs", 0, Map.of("n1", "Active", "n2", "Dead"));

        replication().run(List.of(0L), 2, 1, true);

        assertThat(cluster.replicas("docs", 0)).isEqualTo(Map.of("n1", "Active", "n2", "Dead", "n3", "Active"));
    }

    /** As many must not have to confirm a write as there are not: it would fail for ever. */
    @Test
    void shouldNotWantMoreConfirmationsThanThereAreReplicas() throws Exception {
        replication().run(List.of(0L, 1L), 5, 4, false);

        var params = Seeded.ok(direct.collections().get("docs")).config().path("params");
        assertThat(params.path("replication_factor").asInt()).isEqualTo(5);
        assertThat(params.path("write_consistency_factor").asInt()).isEqualTo(3);
    }

    @Test
    void shouldFindReplicasUnequalByCountWhenNoContentWasRecorded() throws Exception {
        Seeded.sharded(direct, "other", 2, 60);
        cluster.place("docs", 0, Map.of("n1", "Active", "n2", "Active"));
        cluster.replaceIn("n2", "docs", "other");

        assertThatThrownBy(() -> replication().run(List.of(0L), 2, 1, false))
                .isInstanceOf(NotRestored.class)
                .hasMessageContaining("is not what");
    }
}
