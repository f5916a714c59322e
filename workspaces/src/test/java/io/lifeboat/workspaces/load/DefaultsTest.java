package io.lifeboat.workspaces.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.incident.Severity;
import io.lifeboat.workspaces.config.Application;
import io.lifeboat.workspaces.config.Audience;
import io.lifeboat.workspaces.config.BackupSource;
import io.lifeboat.workspaces.config.Backups;
import io.lifeboat.workspaces.config.Brake;
import io.lifeboat.workspaces.config.Channel;
import io.lifeboat.workspaces.config.EndpointTest;
import io.lifeboat.workspaces.config.Keep;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.Policies;
import io.lifeboat.workspaces.config.Probes;
import io.lifeboat.workspaces.config.ProtectedCollection;
import io.lifeboat.workspaces.config.Settings;
import io.lifeboat.workspaces.config.SmokeTest;
import io.lifeboat.workspaces.config.Verification;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import io.lifeboat.workspaces.objective.ProtectedData;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file that says only what it must means. */
class DefaultsTest {
    private static final String LEAST = """
            vantages: [north, south, west]
            workspaces:
              - id: shop
                address: http://127.0.0.1:8080
                traffic: {switch: exec, set: [set], get: [get]}
                sites:
                  - {id: blue, value: a, nodes: ["http://127.0.0.1:6333"]}
                  - {id: green, value: b, nodes: ["http://127.0.0.1:6343"]}
            """;

    @TempDir
    private Path folder;

    @Test
    void shouldFillInTheFleetWhenNothingIsSaid() {
        LifeboatConfig config = load(LEAST);

        assertThat(config.brake()).isEqualTo(new Brake(3, Duration.ofMinutes(10)));
        assertThat(config.operators()).isEmpty();
    }

    @Test
    void shouldFillInTheWorkspaceWhenNothingIsSaid() {
        WorkspaceConfig shop = load(LEAST).workspaces().getFirst();

        assertThat(shop.apiKey()).isNull();
        assertThat(shop.lag()).isNull();
        assertThat(shop.acknowledged()).isNull();
        assertThat(shop.traffic().automatic()).isFalse();
        assertThat(shop.sites()).allSatisfy(site -> assertThat(site.fence()).isNull());
        assertThat(shop.applications()).isEmpty();
        assertThat(shop.collections()).isEmpty();
        assertThat(shop.verification()).isEqualTo(Verification.NONE);
        assertThat(shop.maintenance()).isEmpty();
        assertThat(shop.objectives()).isEmpty();
        assertThat(shop.plans()).isEmpty();
        assertThat(shop.contacts()).isEmpty();
    }

    @Test
    void shouldGetAndExpect200OfEndpointsAndWaitHalfAMinuteForSmokeTestsWhenNothingIsSaid() {
        String section = """
                verification:
                  endpoints: [{name: ask, url: "http://127.0.0.1:7070/ask"}]
                  smoke: [{name: order, command: [order]}]
                """;
        Verification verification =
                load(LEAST + section.indent(4)).workspaces().getFirst().verification();

        assertThat(verification.endpoints())
                .containsExactly(
                        new EndpointTest("ask", "GET", URI.create("http://127.0.0.1:7070/ask"), null, 200, null, null));
        assertThat(verification.smoke())
                .containsExactly(new SmokeTest("order", List.of("order"), Duration.ofSeconds(30)));
    }

    @Test
    void shouldProbeEverySecondWhenNothingIsSaid() {
        assertThat(load(LEAST).workspaces().getFirst().probes())
                .isEqualTo(new Probes(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofMillis(500),
                        Duration.ofMillis(50),
                        2,
                        2,
                        Duration.ofSeconds(3),
                        3,
                        0.1,
                        true));
    }

    @Test
    void shouldBeAutomaticOnlyForClustersWhenNothingIsSaid() {
        assertThat(load(LEAST).workspaces().getFirst().policies())
                .isEqualTo(new Policies(
                        true,
                        false,
                        false,
                        Duration.ofMinutes(10),
                        false,
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(2),
                        false,
                        1));
    }

    @Test
    void shouldWriteToTheLogWhenNoChannelIsNamed() {
        assertThat(load(LEAST).workspaces().getFirst().channels())
                .singleElement()
                .satisfies(channel -> {
                    assertThat(channel.id()).isEqualTo("log");
                    assertThat(channel.type()).isEqualTo("log");
                    assertThat(channel.audience()).isEqualTo(Audience.OPERATORS);
                    assertThat(channel.severities()).containsExactly(Severity.values());
                });
    }

    @Test
    void shouldFillInSectionsWhenOnlyTheirKeysAreSaid() {
        WorkspaceConfig shop = load(LEAST + """
                    applications: [{id: app, url: "http://127.0.0.1:1/"}]
                    collections: [{name: docs}]
                    channels: [{type: log, id: quiet}]
                    contacts: [{name: a, role: b}]
                    probes: {timeout: 20ms}
                """).workspaces().getFirst();

        assertThat(shop.applications()).extracting(Application::status).containsExactly(200);
        assertThat(shop.collections()).containsExactly(new ProtectedCollection("docs", 3, false));
        assertThat(shop.channels()).extracting(Channel::id).containsExactly("quiet");
        assertThat(shop.contacts().getFirst().severities()).containsExactly(Severity.values());
        assertThat(shop.probes().minTimeout()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void shouldKeepNothingWhenNothingIsSaid() {
        assertThat(load(LEAST).workspaces().getFirst().backups()).isNull();
    }

    @Test
    void shouldKeepTheQdrantWhenOnlyAStoreIsSaid() {
        Backups backups = load(LEAST + """
                    backups: {store: {type: local, folder: kept}}
                """).workspaces().getFirst().backups();

        assertThat(backups).isNotNull();
        assertThat(backups.sources())
                .containsExactly(new BackupSource(
                        "qdrant",
                        "qdrant",
                        ProtectedData.COLLECTIONS,
                        Duration.ofMinutes(5),
                        Duration.ofDays(1),
                        Settings.none()));
        assertThat(backups.keep()).isEqualTo(new Keep(48, 30, 12, 12, 7));
        assertThat(backups.provenWithin()).isEqualTo(Duration.ofDays(1));
        assertThat(backups.encryption()).isNull();
    }

    private LifeboatConfig load(String yaml) {
        return new ConfigFolder(folder).load(yaml).orThrow();
    }
}
