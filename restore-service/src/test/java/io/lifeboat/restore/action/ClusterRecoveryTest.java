package io.lifeboat.restore.action;

import static io.lifeboat.restore.restore.Seeded.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.CollectionRecord;
import io.lifeboat.backup.Piece;
import io.lifeboat.backup.Proof;
import io.lifeboat.backup.layout.BackupFolder;
import io.lifeboat.backup.store.LocalStore;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.plan.StepBuilder;
import io.lifeboat.events.serde.Json;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.alias.AliasAction;
import io.lifeboat.qdrant.point.PointId;
import io.lifeboat.qdrant.transport.HttpTransport;
import io.lifeboat.restore.Story;
import io.lifeboat.restore.backup.Backups;
import io.lifeboat.restore.node.FakeClients;
import io.lifeboat.restore.node.FakeCluster;
import io.lifeboat.restore.node.ServerUnderTest;
import io.lifeboat.restore.restore.CatalogueSource;
import io.lifeboat.restore.restore.FixedAddress;
import io.lifeboat.restore.restore.PullServer;
import io.lifeboat.restore.restore.Pulls;
import io.lifeboat.restore.restore.RestoreSettings;
import io.lifeboat.restore.restore.Seeded;
import io.lifeboat.saga.step.StepAction;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.load.ConfigLoader;
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

/** The steps of a recovery on a site that is a cluster. */
class ClusterRecoveryTest {
    @TempDir
    private Path folder;

    private final HttpTransport transport = new HttpTransport();
    private final Pulls pulls = new Pulls();
    private final Story story = new Story();
    private ServerUnderTest data;
    private PullServer served;
    private FakeCluster cluster;
    private FakeClients clients;
    private QdrantClient client;
    private LifeboatConfig config;
    private BackupRecord backup;

    @BeforeEach
    void corruptWhatWasBackedUp() throws Exception {
        data = ServerUnderTest.start(folder.resolve("data"));
        served = PullServer.start(pulls);
        cluster = new FakeCluster(transport, data.url());
        clients = new FakeClients(cluster);
        client = clients.of(FakeCluster.address("n1"), Optional.empty(), Duration.ofSeconds(10));
        config = config();
        Seeded.sharded(client, "docs-1", 3, 40);
        ok(client.aliases().update(List.of(new AliasAction.Create("docs", "docs-1"))));
        backup = Backups.of(cluster.nodes(clients), store());
        keepProof();
        ok(client.points("docs-1").delete(List.of(PointId.of(1), PointId.of(2))));
        story.blueIsActive()
                .opened(
                        false,
                        onBlue(Step.of("choose", StepCatalogue.CHOOSE_BACKUP)),
                        onBlue(Step.of("restore", StepCatalogue.RESTORE_COLLECTIONS)
                                .needs(Need.succeeded("choose"))),
                        onBlue(Step.of("cut", StepCatalogue.CUT_OVER).needs(Need.succeeded("restore"))));
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

    private void keepProof() throws Exception {
        Seeded.catalogue(store())
                .keepProof(new Proof(
                        backup.id(),
                        backup.taken().plusSeconds(60),
                        true,
                        "as recorded",
                        Duration.ofSeconds(1),
                        1,
                        Json.mapper().createObjectNode(),
                        null,
                        null));
    }

    private LifeboatConfig config() throws Exception {
        Path file = folder.resolve("workspaces.yaml");
        Files.writeString(file, """
                vantages:
                  - {id: north, controls: ["tcp://192.0.2.1:53"]}
                workspaces:
                  - id: shop
                    address: http://127.0.0.1:8080
                    traffic: {switch: edge, admin: "http://127.0.0.1:8081"}
                    sites:
                      - {id: blue, value: "127.0.0.1:6333", nodes: ["http://n1:6333", "http://n2:6333", "http://n3:6333"]}
                      - {id: green, value: "127.0.0.1:6343", nodes: ["http://127.0.0.1:6343"]}
                """);
        return ConfigLoader.load(file).orThrow();
    }

    private static Step onBlue(StepBuilder builder) {
        return builder.argument("site", "blue").build();
    }

    private StepOutcome run(StepAction action, StepContext context) throws Exception {
        StepOutcome outcome = action.run(context);
        if (outcome instanceof StepOutcome.Done done) {
            story.done(context, done);
        }
        return outcome;
    }

    private StepOutcome restored() throws Exception {
        CatalogueSource catalogues = workspace -> Optional.of(Seeded.catalogue(store()));
        RestoreSettings settings = FixedAddress.settings(served.address(), store());
        assertThat(run(new ChooseBackup(config, catalogues, clients), story.claim("choose")))
                .isInstanceOf(StepOutcome.Done.class);
        return run(
                new RestoreCollections(config, catalogues, clients, pulls, FixedAddress.of(settings), settings),
                story.claim("restore"));
    }

    @Test
    void shouldServeWhatWasBackedUpOnceItIsCutOver() throws Exception {
        assertThat(restored())
                .isInstanceOfSatisfying(
                        StepOutcome.Done.class,
                        done -> assertThat(done.why()).startsWith("1 of 1 collections with 40 points restored"));
        assertThat(ok(client.points("docs").count())).isEqualTo(38);

        assertThat(run(new CutOver(config, clients), story.claim("cut"))).isInstanceOf(StepOutcome.Done.class);

        assertThat(ok(client.points("docs").count())).isEqualTo(40);
        assertThat(ok(client.points("docs-1").count())).isEqualTo(38);
    }

    @Test
    void shouldFailAtOnceWhenTheSiteCannotTakeIt() throws Exception {
        List<Piece> whole = List.of(Piece.collection(backup.files().getFirst().name()));
        var docs = backup.collections().getFirst();
        BackupRecord one = new BackupRecord(
                backup.id(),
                Instant.parse("2026-03-01T08:00:00Z"),
                backup.took(),
                backup.site(),
                backup.origin(),
                backup.serverVersion(),
                List.of(new CollectionRecord(
                        docs.name(),
                        docs.pointsBefore(),
                        docs.pointsAfter(),
                        docs.settled(),
                        docs.digest(),
                        docs.aliases(),
                        docs.config(),
                        docs.payloadSchema(),
                        whole)),
                backup.files(),
                backup.failed(),
                backup.base(),
                backup.foreign(),
                null);
        new BackupFolder(new LocalStore(store()), backup.id().text()).complete(one);

        assertThat(restored())
                .isInstanceOfSatisfying(
                        StepOutcome.Failed.class,
                        failed -> assertThat(failed.why())
                                .startsWith("docs-1 cannot be restored here: one snapshot holds all of its 3 shards"));
        assertThat(ok(client.collections().list())).containsExactly("docs-1");
    }
}
