package io.lifeboat.lab.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.lab.Await;
import io.lifeboat.lab.FakeSite;
import io.lifeboat.lab.Http;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeForwardTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private FakeSite old;
    private FakeSite other;
    private Edge edge;

    @BeforeEach
    void start() throws Exception {
        old = FakeSite.start("old");
        other = FakeSite.start("other");
        edge = Edge.start(EdgeConfig.of(directory, old.target()).withTimeout(LONG));
    }

    @AfterEach
    void close() {
        edge.close();
        old.close();
        other.close();
    }

    private Http.Reply switchToOther() throws Exception {
        return EdgeCalls.set(
                edge.adminPort(), Traffic.initial(old.target()), new Traffic(other.target(), 1, "claim-1"));
    }

    @Test
    void shouldForwardMethodPathQueryBodyAndHeaders() throws Exception {
        Http.Reply reply = Http.send("PUT", edge.port(), "/collections/docs/points?wait=true", "{\"points\":[]}");

        assertThat(reply.body()).isEqualTo("old:{\"points\":[]}");
        assertThat(reply.response().headers().firstValue("X-Site")).contains("old");
        assertThat(old.received())
                .containsExactly(new FakeSite.Received("PUT", "/collections/docs/points?wait=true", "{\"points\":[]}"));
    }

    @Test
    void shouldStreamLargeBodiesBothWays() throws Exception {
        String large = "x".repeat(40 << 20);

        Http.Reply reply = Http.send("PUT", edge.port(), "/collections/docs/points", large);

        assertThat(reply.body()).hasSize(large.length() + "old:".length());
    }

    @Test
    void shouldPassOnWhatTheSiteAnswers() throws Exception {
        old.answer(404);

        assertThat(Http.get(edge.port(), "/collections/missing").status()).isEqualTo(404);
    }

    @Test
    void shouldAnswer502WithTheReasonWhenTheTargetIsDown() throws Exception {
        old.close();

        Http.Reply reply = Http.get(edge.port(), "/collections");

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.json().path("reason").asText()).isNotBlank();
        assertThat(reply.json().path("target").asText()).isEqualTo(old.target().toString());
    }

    @Test
    void shouldAnswer504WhenTheTargetIsSilent() throws Exception {
        old.holdAnswers();
        try (Edge impatient = Edge.start(
                EdgeConfig.of(directory.resolve("impatient"), old.target()).withTimeout(Duration.ofMillis(50)))) {
            assertThat(Http.get(impatient.port(), "/collections").status()).isEqualTo(504);
        }
    }

    @Test
    void shouldSendNewRequestsToTheNewTargetWhenSwitched() throws Exception {
        Http.get(edge.port(), "/collections");

        switchToOther();

        assertThat(Http.get(edge.port(), "/collections").body()).isEqualTo("other:");
        assertThat(old.received()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"PUT,/collections/docs/points", "DELETE,/collections/docs", "GET,/collections"})
    void shouldRefuseWhatHasNoAnswerYetWhenSwitched(String method, String path) throws Exception {
        old.holdAnswers();
        CompletableFuture<Http.Reply> inFlight = Http.sendAsync(method, edge.port(), path, "");
        Await.until("the old site has the request", () -> old.received().size() == 1);

        switchToOther();

        Http.Reply reply = inFlight.get(30, TimeUnit.SECONDS);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.json().path("reason").asText()).contains("target changed");
    }

    @Test
    void shouldNotRefuseWritesInFlightWhenOnlyTheEpochRises() throws Exception {
        old.holdAnswers();
        CompletableFuture<Http.Reply> inFlight = Http.sendAsync("PUT", edge.port(), "/collections/docs", "{}");
        Await.until("the old site has the request", () -> old.received().size() == 1);

        EdgeCalls.set(edge.adminPort(), Traffic.initial(old.target()), new Traffic(old.target(), 1, "claim-1"));
        old.answerHeld();

        assertThat(inFlight.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
    }
}
