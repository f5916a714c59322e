package io.lifeboat.detector.probe.qdrant;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.probe.Deadline;
import io.lifeboat.detector.probe.Probe;
import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.ProbeSettings;
import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.detector.probe.WatchedCollection;
import io.lifeboat.detector.probe.fake.Loop;
import io.lifeboat.detector.probe.fake.Targets;
import io.lifeboat.detector.probe.http.HttpAsker;
import io.lifeboat.detector.probe.tcp.TcpProbe;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.lab.qdrant.QdrantStandIn;
import io.lifeboat.lab.qdrant.StandInConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The probes against the lab's stand-in and its faults. */
class StandInTest {
    private final Loop loop = new Loop();
    private final HttpAsker asker = new HttpAsker(loop.vertx());
    private final QdrantCollectionsProbe collections = new QdrantCollectionsProbe(asker, (workspace, site) -> true);

    @TempDir
    private Path folder;

    private QdrantStandIn qdrant;

    @BeforeEach
    void start() throws Exception {
        qdrant = QdrantStandIn.start(StandInConfig.in(folder));
        send("PUT", qdrant.url() + "/collections/docs", "{\"vectors\":{\"size\":2,\"distance\":\"Dot\"}}");
        send(
                "PUT",
                qdrant.url() + "/collections/docs/points?wait=true",
                "{\"points\":[{\"id\":1,\"vector\":[0.5,0.5]},{\"id\":2,\"vector\":[0.25,1.0]}]}");
    }

    @AfterEach
    void end() throws IOException {
        asker.close();
        loop.close();
        qdrant.close();
    }

    private static void send(String method, String uri, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                    .timeout(Duration.ofSeconds(30))
                    .header("content-type", "application/json")
                    .method(method, BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    private void inject(String fault) throws Exception {
        send("POST", qdrant.adminUrl() + "/faults", "{\"kind\":\"" + fault + "\"}");
    }

    private ProbeResult look(Probe probe) {
        ProbeTarget node =
                Targets.node(qdrant.url(), ProbeSettings.defaults(), List.of(new WatchedCollection("docs", true)));
        return loop.get(() -> probe.run(node, Deadline.of(Duration.ofSeconds(20), Duration.ofSeconds(60))));
    }

    @Test
    void shouldSayUpAtEachTurnOfTheCanaryWhenAllIsWell() {
        for (int turn = 0; turn < 4; turn++) {
            ProbeResult result = look(collections);
            assertThat(result.state()).as(result.evidence()).isEqualTo(TargetState.UP);
        }
        assertThat(look(new QdrantServiceProbe(asker)).evidence()).contains("1.18.3");
    }

    @ParameterizedTest
    @CsvSource({
        "dummy-shard, dummy-shard",
        "error-on-search, search-failed",
        "read-only, write-failed",
        "garbage-html, garbage",
        "half-json, garbage",
        "huge-body, garbage"
    })
    void shouldSayDegradedWithTheReasonOfTheFault(String fault, String reason) throws Exception {
        // given
        inject(fault);

        // when
        ProbeResult result = look(collections);

        // then
        assertThat(result.state()).as(result.evidence()).isEqualTo(TargetState.DEGRADED);
        assertThat(result.detail().text("reason")).contains(reason);
    }

    @Test
    void shouldNoticeTheFaultByTheNextTurnOfTheCanary() throws Exception {
        // given
        look(collections);
        inject("error-on-search");

        // when
        ProbeResult reading = look(collections);
        ProbeResult searching = look(collections);

        // then
        assertThat(List.of(reading.state(), searching.state())).contains(TargetState.DEGRADED);
    }

    @Test
    void shouldSayRefusedWhenThePortIsShut() throws Exception {
        // given
        TcpProbe tcp = new TcpProbe(loop.vertx());
        inject("refuse");

        // when
        ProbeResult result = look(tcp);

        // then
        assertThat(result.weight()).isEqualTo(ProbeResult.Weight.HARD);
        tcp.close();
    }
}
