package io.lifeboat.restore.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.Proof;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.transport.HttpTransport;
import io.lifeboat.restore.backup.Backups;
import io.lifeboat.restore.node.Clients;
import io.lifeboat.restore.node.FakeClients;
import io.lifeboat.restore.node.FakeCluster;
import io.lifeboat.restore.node.ServerUnderTest;
import io.lifeboat.restore.provision.ProcessProvisioner;
import io.lifeboat.restore.provision.Readiness;
import io.lifeboat.restore.restore.FixedAddress;
import io.lifeboat.restore.restore.PullServer;
import io.lifeboat.restore.restore.Pulls;
import io.lifeboat.restore.restore.Seeded;
import io.lifeboat.workspaces.config.Settings;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

/** With a scratch server that is a process of its own. */
class ProverTest {
    @TempDir
    private Path folder;

    private final HttpTransport transport = new HttpTransport();
    private final Clients clients = new Clients(transport);
    private final Pulls pulls = new Pulls();
    private PullServer served;
    private ServerUnderTest node;
    private BackupRecord backup;

    @BeforeEach
    void keepABackup() throws Exception {
        served = PullServer.start(pulls);
        node = ServerUnderTest.start(folder.resolve("node"));
        QdrantClient client = clients.of(node.url(), Optional.empty(), Duration.ofSeconds(10));
        Seeded.collection(client, "docs", 60);
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

    private Scratch scratch() {
        List<String> command = ServerUnderTest.command();
        return new Scratch(
                new ProcessProvisioner(new Readiness(clients)),
                new Settings(
                        Arguments.of("command", command)
                                .with("folder", folder.resolve("scratch").toString()),
                        Path.of("")),
                Optional.empty());
    }

    private Proving proving(BackupRecord of) throws InterruptedException {
        Prover prover = new Prover(clients, pulls, FixedAddress.of(FixedAddress.settings(served.address(), store())));
        return prover.prove(Seeded.catalogue(store()), of, scratch(), Duration.ofSeconds(90));
    }

    private Proof prove(BackupRecord of) throws InterruptedException {
        Proving proving = proving(of);
        assertThat(proving).isInstanceOf(Proving.Ended.class);
        return ((Proving.Ended) proving).proof();
    }

    @Test
    void shouldProveABackupThatRestoresAndHoldsWhatWasRecorded() throws Exception {
        Proof proof = prove(backup);

        assertThat(proof.passed()).as(proof.why()).isTrue();
        assertThat(proof.evidence().at("/docs/points").asLong()).isEqualTo(60);
        assertThat(proof.evidence().at("/docs/recall").asDouble()).isEqualTo(1.0);
        assertThat(folder.resolve("scratch/shop")).isEmptyDirectory();
    }

    @Test
    void shouldRefuteABackupWhenABitWasFlippedAndItsChecksumMadeRightAgain() throws Exception {
        byte[] bytes = Seeded.bytes(store(), backup, "docs.snapshot").orElseThrow();
        int flipped = flipVectors(bytes, 7);
        BackupRecord forged = Seeded.replace(store(), backup, "docs.snapshot", bytes);

        Proof proof = prove(forged);

        assertThat(flipped).isPositive();
        assertThat(proof.passed()).isFalse();
        assertThat(proof.why()).contains("docs", "its content is not what was backed up: 1 of 1024 buckets differ");
    }

    @Test
    void shouldProveABackupOfAClusterShardByShard() throws Exception {
        FakeCluster cluster = new FakeCluster(transport, node.url());
        FakeClients through = new FakeClients(cluster);
        QdrantClient client = clients.of(node.url(), Optional.empty(), Duration.ofSeconds(10));
        Seeded.ok(client.collections().delete("docs"));
        cluster.place("docs", 0, Map.of("n1", "Active")).place("docs", 1, Map.of("n2", "Active"));
        Seeded.sharded(client, "docs", 2, 60);
        BackupRecord kept = Backups.of(cluster.nodes(through), store());
        through.close();

        Proof proof = prove(kept);

        assertThat(proof.passed()).as(proof.why()).isTrue();
        assertThat(proof.evidence().at("/docs/points").asLong()).isEqualTo(60);
    }

    /** Its scratch server cannot take it: that says nothing of what it is worth. */
    @Test
    void shouldNotRefuteABackupThatNeedsShardKeys() throws Exception {
        ((ObjectNode) backup.collections().getFirst().config().path("params")).put("sharding_method", "custom");

        assertThat(proving(backup))
                .isInstanceOfSatisfying(
                        Proving.Inconclusive.class,
                        inconclusive -> assertThat(inconclusive.why())
                                .startsWith(
                                        "docs cannot be restored into the scratch server: its shards are named by keys"));
    }

    /** One bit in each place where the vector of that point stands; a segment's checksums are none. */
    private static int flipVectors(byte[] bytes, int id) {
        byte[] vector = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(0.5f)
                .putFloat(id * 0.25f)
                .putFloat(1.0f)
                .putFloat(-0.125f)
                .array();
        int found = 0;
        for (int at = 0; at + vector.length <= bytes.length; at++) {
            if (java.util.Arrays.equals(bytes, at, at + vector.length, vector, 0, vector.length)) {
                bytes[at + 2] ^= 0x40;
                found++;
            }
        }
        return found;
    }
}
