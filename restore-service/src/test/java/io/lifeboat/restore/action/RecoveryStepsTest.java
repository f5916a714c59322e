package io.lifeboat.restore.action;

import static io.lifeboat.restore.restore.Seeded.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.Proof;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.plan.StepBuilder;
import io.lifeboat.events.serde.Json;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.alias.AliasAction;
import io.lifeboat.qdrant.alias.AliasSwitch;
import io.lifeboat.qdrant.alias.Marker;
import io.lifeboat.qdrant.point.PointId;
import io.lifeboat.qdrant.transport.HttpTransport;
import io.lifeboat.restore.Story;
import io.lifeboat.restore.node.Clients;
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

/** A recovery from a corruption, step by step, with the log between the steps and the stand-in as the server. */
class RecoveryStepsTest {
    private static final Instant TAKEN = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    private Path folder;

    private final HttpTransport transport = new HttpTransport();
    private final Clients clients = new Clients(transport);
    private final Pulls pulls = new Pulls();
    private final Story story = new Story();
    private ServerUnderTest node;
    private PullServer served;
    private QdrantClient client;
    private LifeboatConfig config;

    @BeforeEach
    void corruptWhatWasBackedUp() throws Exception {
        node = ServerUnderTest.start(folder.resolve("node"));
        served = PullServer.start(pulls);
        client = clients.of(node.url(), Optional.empty(), Duration.ofSeconds(10));
        config = config();
        Seeded.collection(client, "docs-1", 40);
        ok(client.aliases().update(List.of(new AliasAction.Create("docs", "docs-1"))));
        BackupRecord backup = Seeded.keep(client, store(), TAKEN, List.of("docs-1"));
        Seeded.catalogue(store())
                .keepProof(new Proof(
                        backup.id(),
                        TAKEN.plusSeconds(60),
                        true,
                        "as recorded",
                        Duration.ofSeconds(1),
                        1,
                        Json.mapper().createObjectNode(),
                        null,
                        null));
        ok(client.points("docs-1").delete(List.of(PointId.of(1), PointId.of(2))));
        story.blueIsActive().opened(false, plan());
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
                      - {id: blue, value: "127.0.0.1:6333", nodes: ["%s"]}
                      - {id: green, value: "127.0.0.1:6343", nodes: ["http://127.0.0.1:6343"]}
                """.formatted(node.url()));
        return ConfigLoader.load(file).orThrow();
    }

    private static Step[] plan() {
        return new Step[] {
            onBlue(Step.of("choose", StepCatalogue.CHOOSE_BACKUP)),
            onBlue(Step.of("restore", StepCatalogue.RESTORE_COLLECTIONS).needs(Need.succeeded("choose"))),
            onBlue(Step.of("cut", StepCatalogue.CUT_OVER).needs(Need.succeeded("restore"))),
            onBlue(Step.of("back", StepCatalogue.CUT_OVER)
                    .argument("back", true)
                    .needs(Need.succeeded("cut")))
        };
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

    private void restored() throws Exception {
        CatalogueSource catalogues = workspace -> Optional.of(Seeded.catalogue(store()));
        RestoreSettings settings = FixedAddress.settings(served.address(), store());
        assertDone(run(new ChooseBackup(config, catalogues, clients), story.claim("choose")));
        assertDone(run(
                new RestoreCollections(config, catalogues, clients, pulls, FixedAddress.of(settings), settings),
                story.claim("restore")));
    }

    private static void assertDone(StepOutcome outcome) {
        assertThat(outcome).isInstanceOf(StepOutcome.Done.class);
    }

    private CutOver cutOver() {
        return new CutOver(config, clients);
    }

    private long served() throws InterruptedException {
        return ok(client.points("docs").count());
    }

    @Test
    void shouldServeWhatWasBackedUpOnceItIsCutOverAndKeepTheOldData() throws Exception {
        restored();
        assertThat(served()).isEqualTo(38);

        assertDone(run(cutOver(), story.claim("cut")));

        assertThat(served()).isEqualTo(40);
        assertThat(ok(client.points("docs-1").count())).isEqualTo(38);
    }

    @Test
    void shouldServeTheOldDataAgainWhenItIsTakenBack() throws Exception {
        restored();
        run(cutOver(), story.claim("cut"));

        assertDone(run(cutOver(), story.claim("back")));

        assertThat(served()).isEqualTo(38);
    }

    @Test
    void shouldMoveNothingLateWhenItWasSealed() throws Exception {
        restored();
        StepContext stopped = story.claim("cut");

        StepOutcome sealed = cutOver().seal(stopped);
        StepOutcome late = cutOver().run(stopped);

        assertThat(sealed).isInstanceOf(StepOutcome.Retry.class);
        assertThat(late).isInstanceOf(StepOutcome.Retry.class);
        assertThat(served()).isEqualTo(38);
    }

    @Test
    void shouldYieldToAHigherEpochThatStandsThere() throws Exception {
        restored();
        StepContext stale = story.claim("cut");
        AliasSwitch alias = new AliasSwitch(client.aliases(), "docs");
        alias.bootstrap(new Marker("docs", 7, "another"), "docs-1");

        StepOutcome outcome = cutOver().run(stale);

        assertThat(outcome).isEqualTo(new StepOutcome.Conflict(7, "the target carries epoch 7 of claim another"));
        assertThat(served()).isEqualTo(38);
    }

    @Test
    void shouldBeDoneWhenItHadBeenCutOverByTheSameClaim() throws Exception {
        restored();
        StepContext claim = story.claim("cut");
        cutOver().run(claim);

        assertDone(cutOver().run(claim));
        assertDone(cutOver().seal(claim));
    }

    @Test
    void shouldFindTheMoveDoneWhenASuccessorTakesOver() throws Exception {
        restored();
        cutOver().run(story.claim("cut"));

        assertDone(cutOver().run(story.claim("cut")));

        assertThat(served()).isEqualTo(40);
    }

    @Test
    void shouldCutOverNothingWhenTheNameIsACollection() throws Exception {
        ok(client.aliases().update(List.of(new AliasAction.Delete("docs"))));
        restored();
        Seeded.collection(client, "docs", 3);

        StepOutcome outcome = cutOver().run(story.claim("cut"));

        assertThat(outcome.why()).startsWith("applications use the collection docs itself");
        assertThat(served()).isEqualTo(3);
    }
}
