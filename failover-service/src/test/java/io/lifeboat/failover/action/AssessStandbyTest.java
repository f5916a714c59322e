package io.lifeboat.failover.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.events.incident.CollectionBaseline.GoldenQuery;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.serde.Json;
import io.lifeboat.failover.Configs;
import io.lifeboat.failover.PlannedSteps;
import io.lifeboat.failover.Story;
import io.lifeboat.failover.assess.Assessors;
import io.lifeboat.failover.http.HttpCalls;
import io.lifeboat.lab.qdrant.QdrantStandIn;
import io.lifeboat.lab.qdrant.StandInConfig;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.call.Endpoint;
import io.lifeboat.qdrant.digest.DigestLevel;
import io.lifeboat.qdrant.digest.DigestOutcome;
import io.lifeboat.qdrant.digest.DigestReader;
import io.lifeboat.qdrant.digest.DigestRequest;
import io.lifeboat.qdrant.point.NewPoint;
import io.lifeboat.qdrant.point.PointId;
import io.lifeboat.qdrant.transport.HttpTransport;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.workspaces.config.LifeboatConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The standby is a stand-in with 20 points that were recorded while all was well. */
class AssessStandbyTest {
    private static final int POINTS = 20;

    @TempDir
    private Path directory;

    private final HttpCalls calls = new HttpCalls();
    private final HttpTransport transport = new HttpTransport();
    private QdrantStandIn green;
    private QdrantClient client;
    private HttpServer lag;
    private String lagSays = "{\"operations\":0,\"seconds\":0.0}";

    @BeforeEach
    void start() throws Exception {
        green = QdrantStandIn.start(StandInConfig.in(directory));
        client = new QdrantClient(transport, Endpoint.of(green.url()));
        ObjectNode settings = Json.mapper().createObjectNode();
        settings.putObject("vectors").put("size", 2).put("distance", "Cosine");
        assertThat(client.collections().create("docs", settings)).isInstanceOf(Answer.Ok.class);
        write(LongStream.rangeClosed(1, POINTS));
        lag = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        lag.createContext("/lag", exchange -> {
            byte[] body = lagSays.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        lag.start();
    }

    @AfterEach
    void close() throws Exception {
        lag.stop(0);
        green.close();
        transport.close();
        calls.close();
    }

    private void write(LongStream ids) throws InterruptedException {
        List<NewPoint> points = ids.mapToObj(id -> new NewPoint(
                        PointId.of(id),
                        Json.mapper().createArrayNode().add(1).add(id),
                        Json.mapper().createObjectNode().put("n", id)))
                .toList();
        assertThat(client.points("docs").upsert(points)).isInstanceOf(Answer.Ok.class);
    }

    private BaselineRecorded baseline() throws Exception {
        String digest = DigestReader.read(client.points("docs"), DigestRequest.whole(DigestLevel.VECTORS))
                        instanceof DigestOutcome.Complete complete
                ? complete.digest().summary().root()
                : "";
        CollectionBaseline docs = new CollectionBaseline(
                "docs",
                POINTS,
                digest,
                "blue=1.0:99;green=" + Assessors.mark(List.of(client.service().telemetry()), "docs"),
                Map.of("3", "d3", "7", "d7"),
                List.of(new GoldenQuery(
                        "q1", Arguments.of("query", List.of(1, 3)).with("limit", 3), List.of("3", "2", "4"))));
        return new BaselineRecorded(Story.SHOP, new SiteId("blue"), Story.BEGIN, List.of(docs));
    }

    private StepOutcome assess(BaselineRecorded baseline, boolean automatic) throws Exception {
        LifeboatConfig config = Configs.shop(
                directory,
                "{switch: edge, admin: \"http://127.0.0.1:1\"}",
                "nodes: [\"http://127.0.0.1:6333\"]",
                "nodes: [\"%s\"]".formatted(green.url()),
                "lag: http://127.0.0.1:%d/lag".formatted(lag.getAddress().getPort()));
        Story story = new Story()
                .blueIsActive()
                .tell(Service.VERIFIER, baseline)
                .opened(automatic, PlannedSteps.assess("green"));
        return Assessors.action(config, transport, calls).run(story.claim("assess"));
    }

    private void admin(String path, String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(green.adminUrl() + path))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        assertThat(calls.exchange(request, Duration.ofSeconds(20)).status()).isEqualTo(200);
    }

    private static void assertUnfit(StepOutcome outcome, String why) {
        assertThat(outcome).isInstanceOf(StepOutcome.Failed.class);
        assertThat(outcome.why()).startsWith("green is unfit: ").contains(why);
    }

    @Test
    void shouldFindItFitWithALineForEachCheckWhenNothingChanged() throws Exception {
        StepOutcome outcome = assess(baseline(), true);

        assertThat(outcome).isInstanceOf(StepOutcome.Done.class);
        List<String> lines = ((StepOutcome.Done) outcome).output().texts("checks");
        assertThat(lines).hasSize(7).allMatch(line -> line.contains(": pass: "));
        assertThat(lines)
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly(
                        "collections",
                        "content of docs",
                        "count of docs",
                        "known points of docs",
                        "lag",
                        "search in docs",
                        "shards");
    }

    @ParameterizedTest
    @CsvSource({
        "drop,    5, 'count of docs: 19 points, 20 were recorded, and nothing was written since'",
        "drop,    7, 'known points of docs: 1 of 2 are gone, among them 7'",
        "payload, 5, 'content of docs: digest'",
        "vector,  5, 'content of docs: digest'"
    })
    void shouldFindItUnfitWhenOnePointWasDamaged(String what, int id, String why) throws Exception {
        BaselineRecorded healthy = baseline();
        admin("/tamper", "{\"collection\":\"docs\",\"id\":%d,\"what\":\"%s\"}".formatted(id, what));

        assertUnfit(assess(healthy, true), why);
    }

    @Test
    void shouldFindItUnfitWhenAShardIsADummy() throws Exception {
        BaselineRecorded healthy = baseline();
        admin("/faults", "{\"kind\":\"dummy-shard\"}");

        assertUnfit(assess(healthy, true), "could not load shards of [docs]");
    }

    @Test
    void shouldFindItUnfitWhenSearchesFail() throws Exception {
        BaselineRecorded healthy = baseline();
        admin("/faults", "{\"kind\":\"error-on-search\"}");

        assertUnfit(assess(healthy, true), "search in docs: query q1");
    }

    @Test
    void shouldFindItUnfitWhenACollectionIsMissing() throws Exception {
        BaselineRecorded healthy = baseline();
        assertThat(client.collections().delete("docs")).isInstanceOf(Answer.Ok.class);

        assertUnfit(assess(healthy, true), "docs is not there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage-html", "half-json", "huge-body"})
    void shouldFindItUnfitWhenItAnswersGarbage(String kind) throws Exception {
        BaselineRecorded healthy = baseline();
        admin("/faults", "{\"kind\":\"%s\"}".formatted(kind));

        assertUnfit(assess(healthy, true), "unreadable answer");
    }

    @Test
    void shouldJudgeByCountAndKnownPointsWhenItWasWrittenSince() throws Exception {
        BaselineRecorded healthy = baseline();
        write(LongStream.of(21));

        StepOutcome outcome = assess(healthy, true);

        assertThat(outcome).isInstanceOf(StepOutcome.Done.class);
        assertThat(((StepOutcome.Done) outcome).output().texts("checks"))
                .contains(
                        "content of docs: not run: written since it was recorded, or that cannot be told",
                        "count of docs: pass: 21 points, 20 were recorded, written since");
    }

    @Test
    void shouldFindItUnfitWhenMostPointsAreGoneThoughItWasWrittenSince() throws Exception {
        BaselineRecorded healthy = baseline();
        assertThat(client.points("docs")
                        .delete(LongStream.rangeClosed(8, 19)
                                .mapToObj(PointId::of)
                                .toList()))
                .isInstanceOf(Answer.Ok.class);

        assertUnfit(assess(healthy, true), "count of docs: 8 points, 20 were recorded");
    }

    @Test
    void shouldTryAgainWhenItCannotBeReached() throws Exception {
        BaselineRecorded healthy = baseline();
        admin("/faults", "{\"kind\":\"refuse\"}");

        StepOutcome outcome = assess(healthy, true);

        assertThat(outcome).isInstanceOf(StepOutcome.Retry.class);
        assertThat(outcome.why()).startsWith("green could not be assessed: ");
    }

    @Test
    void shouldFindItUnfitWhenItIsBehindItsRpo() throws Exception {
        lagSays = "{\"operations\":12,\"seconds\":300.5}";

        assertUnfit(assess(baseline(), true), "lag: 300.5 s and 12 operations behind, at most 300 s: behind its RPO");
    }

    @Test
    void shouldFindItFitAtExactlyTheMost() throws Exception {
        lagSays = "{\"operations\":12,\"seconds\":300.0}";

        assertThat(assess(baseline(), true)).isInstanceOf(StepOutcome.Done.class);
    }

    @Test
    void shouldUseItNeverthelessWhenItIsBehindAndAPersonWantsIt() throws Exception {
        lagSays = "{\"operations\":12,\"seconds\":3000}";

        assertThat(assess(baseline(), false)).isInstanceOf(StepOutcome.Done.class);
    }

    @Test
    void shouldFindItUnfitWhenTheLagToldIsThatOfAnotherSite() throws Exception {
        lagSays = "{\"operations\":0,\"seconds\":0,\"to\":\"127.0.0.1:6333\"}";

        assertUnfit(assess(baseline(), true), "the lag told is that of 127.0.0.1:6333, not of green");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "{}", "{\"seconds\":-1}", "{\"seconds\":\"none\"}"})
    void shouldFindItUnfitWhenTheLagCannotBeUnderstood(String said) throws Exception {
        lagSays = said;

        assertUnfit(assess(baseline(), true), "lag: ");
    }

    @Test
    void shouldTryAgainWhenTheLagCannotBeAsked() throws Exception {
        BaselineRecorded healthy = baseline();
        lag.stop(0);

        assertThat(assess(healthy, true)).isInstanceOf(StepOutcome.Retry.class);
    }
}
