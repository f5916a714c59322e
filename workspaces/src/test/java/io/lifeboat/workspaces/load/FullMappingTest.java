package io.lifeboat.workspaces.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.incident.Severity;
import io.lifeboat.events.plan.Approval;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Need;
import io.lifeboat.events.plan.OnFailure;
import io.lifeboat.events.plan.Retry;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.workspaces.config.Application;
import io.lifeboat.workspaces.config.Audience;
import io.lifeboat.workspaces.config.BackupSource;
import io.lifeboat.workspaces.config.Backups;
import io.lifeboat.workspaces.config.Brake;
import io.lifeboat.workspaces.config.Channel;
import io.lifeboat.workspaces.config.Contact;
import io.lifeboat.workspaces.config.EndpointTest;
import io.lifeboat.workspaces.config.Fence;
import io.lifeboat.workspaces.config.Keep;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.MaintenanceWindow;
import io.lifeboat.workspaces.config.ObjectiveOverride;
import io.lifeboat.workspaces.config.Operator;
import io.lifeboat.workspaces.config.Policies;
import io.lifeboat.workspaces.config.Probes;
import io.lifeboat.workspaces.config.ProtectedCollection;
import io.lifeboat.workspaces.config.Role;
import io.lifeboat.workspaces.config.SecretRef;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.SmokeTest;
import io.lifeboat.workspaces.config.Target;
import io.lifeboat.workspaces.config.Vantage;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import io.lifeboat.workspaces.objective.ProtectedData;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every key of the file reaches its field. */
class FullMappingTest {
    @TempDir
    private Path folder;

    private LifeboatConfig config;
    private WorkspaceConfig shop;

    @BeforeEach
    void load() {
        config = new ConfigFolder(folder)
                .load(ConfigFolder.resource("full.yaml"))
                .orThrow();
        shop = config.workspace(new WorkspaceId("shop")).orElseThrow();
    }

    @Test
    void shouldMapTheFleetWhenAllOfItIsWritten() {
        List<URI> controls = List.of(URI.create("tcp://192.0.2.1:53"), URI.create("https://example.com/"));
        assertThat(config.vantages())
                .containsExactly(
                        new Vantage(new VantageId("north"), controls, 2),
                        new Vantage(new VantageId("south"), List.of(), 0),
                        new Vantage(new VantageId("west"), List.of(), 0));
        assertThat(config.majority()).isEqualTo(2);
        assertThat(config.brake()).isEqualTo(new Brake(5, Duration.ofHours(1)));
    }

    @Test
    void shouldReadPemAndRawKeysWhenOperatorsAreListed() {
        assertThat(config.operators())
                .extracting(operator -> operator.subject().value(), Operator::key)
                .containsExactly(tuple("alice", "alice-2026"), tuple("bob", "bob-2026"));
        Operator alice = config.operatorOfKey("alice-2026").orElseThrow();
        assertThat(alice.roles()).containsExactly(Role.OPERATOR, Role.APPROVER);
        assertThat(config.operators())
                .allSatisfy(operator ->
                        assertThat(operator.publicKey().getAlgorithm()).isEqualTo("EdDSA"));
        assertThat(config.operatorOfKey("carol")).isEmpty();
    }

    @Test
    void shouldMapAddressesWhenAllAreWritten() {
        assertThat(shop.address()).isEqualTo(URI.create("https://qdrant.example/shop"));
        assertThat(shop.lag()).isEqualTo(URI.create("http://127.0.0.1:8081/lag"));
        assertThat(shop.acknowledged()).isEqualTo(URI.create("http://127.0.0.1:7070/acknowledged"));
        assertThat(shop.traffic().type()).isEqualTo("edge");
        assertThat(shop.traffic().automatic()).isTrue();
        assertThat(shop.traffic().effect()).isEqualTo(EffectClass.CAS);
        assertThat(shop.traffic().settings().url("admin")).contains(URI.create("http://127.0.0.1:8081"));
        assertThat(shop.traffic().settings().secret("token")).contains(secret("env:EDGE"));
    }

    @Test
    void shouldMapSitesWhenAllOfThemIsWritten() {
        Site blue = shop.site(new SiteId("blue")).orElseThrow();
        assertThat(blue.region()).isEqualTo("eu-1");
        assertThat(blue.value()).isEqualTo("127.0.0.1:6333");
        assertThat(shop.apiKeyOf(blue)).contains(secret("env:BLUE_KEY"));
        Fence fence = blue.fence();
        assertThat(fence).isNotNull();
        assertThat(fence.type()).isEqualTo("http");
        assertThat(fence.settings().secret("token")).contains(secret("file:fence.token"));
        Site green = shop.site(new SiteId("green")).orElseThrow();
        assertThat(shop.apiKeyOf(green)).contains(secret("env:SHOP_KEY"));
        assertThat(green.fence().type()).isEqualTo("x-ipmi");
        assertThat(green.fence().settings().values())
                .isEqualTo(new Arguments(Map.of("port", 7L, "hosts", List.of("a", "b"))));
        assertThat(shop.standbysOf(blue.id())).containsExactly(green);
    }

    @Test
    void shouldNameEveryTargetWhenNodesAndApplicationsAreListed() {
        SiteId blue = new SiteId("blue");
        assertThat(shop.targets())
                .containsExactly(
                        new Target.Node(new TargetId("blue-1"), blue, URI.create("http://127.0.0.1:6333")),
                        new Target.Node(new TargetId("blue-2"), blue, URI.create("http://127.0.0.1:6334")),
                        new Target.Node(
                                new TargetId("green-1"), new SiteId("green"), URI.create("http://127.0.0.1:6343")),
                        new Target.App(new TargetId("app"), URI.create("http://127.0.0.1:7070/health"), 204));
        assertThat(shop.applications())
                .containsExactly(new Application(new TargetId("app"), URI.create("http://127.0.0.1:7070/health"), 204));
    }

    @Test
    void shouldMapTheVerificationWhenAllOfItIsWritten() {
        assertThat(shop.verification().endpoints())
                .containsExactly(new EndpointTest(
                        "ask", "POST", URI.create("http://127.0.0.1:7070/ask"), "{}", 201, "$.hits[0].id", "7"));
        assertThat(shop.verification().smoke())
                .containsExactly(new SmokeTest("order", List.of("order", "--dry-run"), Duration.ofSeconds(5)));
    }

    @Test
    void shouldMapProbesAndPoliciesWhenAllOfThemIsWritten() {
        assertThat(shop.collections()).containsExactly(new ProtectedCollection("docs", 7, true));
        assertThat(shop.probes())
                .isEqualTo(new Probes(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        Duration.ofMillis(750),
                        Duration.ofMillis(20),
                        4,
                        3,
                        Duration.ofSeconds(8),
                        5,
                        0.25,
                        false));
        assertThat(shop.policies())
                .isEqualTo(new Policies(
                        false,
                        true,
                        true,
                        Duration.ofMinutes(20),
                        true,
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        true,
                        3));
    }

    @Test
    void shouldMapMaintenanceAndObjectivesWhenTheyAreWritten() {
        assertThat(shop.maintenance())
                .containsExactly(new MaintenanceWindow(
                        Instant.parse("2026-12-24T17:00:00Z"), Instant.parse("2026-12-25T06:00:00Z")));
        assertThat(shop.objectives())
                .containsExactly(Map.entry(
                        Scenario.CLUSTER_FAILURE,
                        new ObjectiveOverride(
                                Severity.P1,
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(2),
                                Duration.ofMinutes(3),
                                Duration.ofMinutes(4))));
    }

    @Test
    void shouldMapEveryFieldOfAStepWhenAPlanIsWritten() {
        List<Step> steps = shop.plans().get(Scenario.APP_FAILURE).steps();
        assertThat(steps.get(0))
                .isEqualTo(new Step(
                        new StepId("restart"),
                        StepCatalogue.EXEC,
                        EffectClass.BARE,
                        new Arguments(Map.of("site", "${active}", "command", List.of("restart", "${active.value}"))),
                        List.of(),
                        new Approval(1),
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(7),
                        new Retry(2, Duration.ofSeconds(3)),
                        OnFailure.COMPENSATE,
                        null,
                        true,
                        false));
        assertThat(steps.get(1).compensates()).hasToString("restart");
        assertThat(steps.get(1).evenIfAborted()).isFalse();
        assertThat(steps.get(2).evenIfAborted()).isTrue();
        assertThat(steps.get(2).needs()).containsExactly(Need.failed("restart"), Need.succeeded("undo"));
    }

    @Test
    void shouldMapPeopleAndChannelsWhenTheyAreWritten() {
        Contact alice = shop.contacts().getFirst();
        assertThat(alice.role()).isEqualTo("primary-on-call");
        assertThat(alice.severities()).containsExactly(Severity.P0, Severity.P1);
        assertThat(alice.reach().text("phone")).contains("123");
        Channel hook = shop.channels().get(1);
        assertThat(hook.id()).isEqualTo("hook");
        assertThat(hook.audience()).isEqualTo(Audience.CUSTOMERS);
        assertThat(hook.severities()).containsExactly(Severity.P3);
        assertThat(hook.settings().duration("timeout", Duration.ZERO)).isEqualTo(Duration.ofSeconds(2));
        assertThat(hook.settings().values().values()).containsOnlyKeys("url", "secret", "timeout");
    }

    @Test
    void shouldMapBackupsWhenAllOfThemIsWritten() {
        Backups backups = shop.backups();
        assertThat(backups).isNotNull();
        assertThat(backups.store().type()).isEqualTo("s3");
        assertThat(backups.store().settings().text("bucket")).contains("kept");
        assertThat(backups.store().settings().secret("secretKey")).contains(secret("env:S3_SECRET"));
        assertThat(backups.sources())
                .extracting(BackupSource::id, BackupSource::type, BackupSource::data, BackupSource::every)
                .containsExactly(
                        tuple("qdrant", "qdrant", ProtectedData.COLLECTIONS, Duration.ofMinutes(10)),
                        tuple("uploads", "files", ProtectedData.USER_DATA, Duration.ofMinutes(15)),
                        tuple("users", "command", ProtectedData.CONFIGURATION, Duration.ofHours(1)),
                        tuple("incident-log", "incident-log", ProtectedData.LOGS, Duration.ofDays(2)));
        assertThat(backups.sources())
                .extracting(BackupSource::full)
                .containsExactly(Duration.ofHours(12), Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(2));
        assertThat(backups.source("qdrant").orElseThrow().settings().flag("incremental", true))
                .isFalse();
        assertThat(backups.source("users").orElseThrow().settings().texts("command"))
                .containsExactly("pg_dump", "users");
        assertThat(backups.keep()).isEqualTo(new Keep(1, 2, 3, 4, 5));
        assertThat(backups.encryption()).isEqualTo(secret("env:BACKUP_KEY"));
        assertThat(backups.provenWithin()).isEqualTo(Duration.ofHours(6));
        assertThat(backups.scratch().type()).isEqualTo("process");
        assertThat(backups.status()).isEqualTo(URI.create("http://127.0.0.1:9085"));
        assertThat(backups.token()).isEqualTo(secret("env:BACKUP_TOKEN"));
    }

    private SecretRef secret(String reference) {
        return SecretRef.parse(reference, folder.toAbsolutePath().normalize());
    }
}
