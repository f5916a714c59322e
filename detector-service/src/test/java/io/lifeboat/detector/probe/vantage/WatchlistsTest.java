package io.lifeboat.detector.probe.vantage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.detector.probe.WatchedCollection;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.load.ConfigLoader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchlistsTest {
    private static final String YAML = """
            vantages: [{id: north, controls: ["tcp://127.0.0.1:53", "http://127.0.0.1:9/ping"], controlsNeeded: 2}, south]
            workspaces:
              - id: shop
                address: http://127.0.0.1:8080
                apiKey: file:qdrant.key
                traffic: {switch: edge, admin: http://127.0.0.1:8081}
                sites:
                  - {id: blue, region: eu-1, value: "127.0.0.1:6333", nodes: ["http://127.0.0.1:6333", "http://127.0.0.1:6334"]}
                  - {id: green, region: eu-2, value: "127.0.0.1:6343", nodes: ["http://127.0.0.1:6343"]}
                applications: [{id: app, url: "http://127.0.0.1:7070/health", status: 204}]
                collections: [{name: docs, golden: 3, writeCanary: true}]
                probes: {period: 250ms, timeout: 400ms, downAfter: 4, refusedAfter: 6, silence: 7s, upAfter: 5}
            """;

    @TempDir
    private Path folder;

    private LifeboatConfig config;

    @BeforeEach
    void load() throws IOException {
        Path file = Files.writeString(folder.resolve("workspaces.yaml"), YAML);
        config = ConfigLoader.load(file).orThrow();
    }

    @Test
    void shouldWatchEachNodeAndApplication() {
        // when
        Watchlist list = Watchlists.of(config, new VantageId("north"));

        // then
        assertThat(list.targets())
                .extracting(target -> target.id().value())
                .containsExactly("blue-1", "blue-2", "green-1", "app");
        assertThat(list.targets().getLast()).isInstanceOfSatisfying(ProbeTarget.Application.class, app -> {
            assertThat(app.status()).isEqualTo(204);
            assertThat(app.address()).isEqualTo(URI.create("http://127.0.0.1:7070/health"));
        });
    }

    @Test
    void shouldTakeKeyCollectionsAndSettingsOver() {
        // when
        Watchlist list = Watchlists.of(config, new VantageId("north"));

        // then
        assertThat(list.targets().getFirst()).isInstanceOfSatisfying(ProbeTarget.QdrantNode.class, node -> {
            assertThat(node.apiKey().orElseThrow()).hasToString("file:" + folder.resolve("qdrant.key"));
            assertThat(node.collections()).containsExactly(new WatchedCollection("docs", true));
            assertThat(node.settings().period()).isEqualTo(Duration.ofMillis(250));
            assertThat(node.settings().timeout()).isEqualTo(Duration.ofMillis(400));
            assertThat(node.settings().hysteresis().downAfter()).isEqualTo(4);
            assertThat(node.settings().hysteresis().upAfter()).isEqualTo(5);
            assertThat(node.settings().hysteresis().hardDownAfter()).isEqualTo(6);
            assertThat(node.settings().hysteresis().silence()).isEqualTo(Duration.ofSeconds(7));
        });
    }

    @Test
    void shouldGiveEachVantageItsOwnControls() {
        assertThat(Watchlists.of(config, new VantageId("north")).controls()).hasSize(2);
        assertThat(Watchlists.of(config, new VantageId("north")).controlsNeeded())
                .isEqualTo(2);
        assertThat(Watchlists.of(config, new VantageId("south")).controls()).isEmpty();
    }

    @Test
    void shouldRejectAVantageThatIsNotConfigured() {
        assertThatThrownBy(() -> Watchlists.of(config, new VantageId("east")))
                .hasMessage("vantage: expected one of those configured, got 'east'");
    }
}
