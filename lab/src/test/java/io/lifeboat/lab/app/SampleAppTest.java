package io.lifeboat.lab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.Await;
import io.lifeboat.lab.Http;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleAppTest {

    private TinyQdrant qdrant;
    private SampleApp app;

    @BeforeEach
    void start() throws Exception {
        qdrant = TinyQdrant.start();
        app = SampleApp.start(AppConfig.of(qdrant.url()).withDataset(new Dataset(300, 20, 7)));
    }

    @AfterEach
    void close() {
        app.close();
        qdrant.close();
    }

    private JsonNode stats() throws Exception {
        return Http.get(app.port(), "/stats").json();
    }

    private void awaitWrites(int count) throws Exception {
        Await.until(count + " writes", () -> stats().path("writes").path("good").asInt() >= count);
    }

    @Test
    void shouldPutBothCollectionsInPlace() {
        assertThat(qdrant.points("archive")).hasSize(20);
        assertThat(qdrant.points("docs")).containsKeys(1L, 300L);
        assertThat(qdrant.points("docs").get(1L).path("payload").path("city").asText())
                .isNotBlank();
        assertThat(qdrant.points("docs").get(1L).path("vector")).hasSize(8);
    }

    @Test
    void shouldNotWriteTheArchiveAfterSeeding() throws Exception {
        Map<Long, JsonNode> seeded = Map.copyOf(qdrant.points("archive"));

        awaitWrites(3);

        assertThat(qdrant.points("archive")).isEqualTo(seeded);
    }

    @Test
    void shouldKeepTheAcknowledgedWritesWithRisingNumbers() throws Exception {
        awaitWrites(3);

        JsonNode writes = Http.get(app.port(), "/acknowledged").json();

        assertThat(writes.get(1).path("sequence").asLong())
                .isEqualTo(writes.get(0).path("sequence").asLong() + 1);
        JsonNode stored = qdrant.points("docs").get(writes.get(0).path("id").asLong());
        assertThat(stored.path("payload").path("sequence"))
                .isEqualTo(writes.get(0).path("sequence"));
        assertThat(writes.get(0).path("collection").asText()).isEqualTo("docs");
    }

    @Test
    void shouldTellTheWritesSinceATime() throws Exception {
        awaitWrites(3);
        JsonNode all = Http.get(app.port(), "/acknowledged").json();
        String second = all.get(1).path("at").asText();

        JsonNode since = Http.get(app.port(), "/acknowledged?since=" + second).json();

        assertThat(since.get(0)).isEqualTo(all.get(1));
        assertThat(Http.get(
                                app.port(),
                                "/acknowledged?since=" + Instant.parse(second).plus(Duration.ofDays(1)))
                        .json())
                .isEmpty();
        assertThat(Http.get(app.port(), "/acknowledged?since=yesterday")
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo("since");
    }

    @Test
    void shouldBeWellWhileReadsAreGoodAndIllWhenTheyAreNot() throws Exception {
        Await.until("well", () -> Http.get(app.port(), "/health").status() == 200);

        qdrant.fail(503);

        Await.until("ill", () -> Http.get(app.port(), "/health").status() == 503);
        qdrant.fail(0);
        Await.until("well again", () -> Http.get(app.port(), "/health").status() == 200);
    }

    @Test
    void shouldCountWhatUsersSufferByKind() throws Exception {
        Await.until("a read", () -> stats().path("reads").path("good").asInt() > 0);
        qdrant.fail(503);
        Await.until(
                "failures",
                () -> stats().path("reads").path("failures").path("http-503").asInt() > 0);
        qdrant.fail(0);

        Await.until(
                "the outage is over",
                () -> !stats().path("reads").path("outages").isEmpty());

        JsonNode outage = stats().path("reads").path("outages").get(0);
        assertThat(outage.path("failures").asInt()).isPositive();
        assertThat(Instant.parse(outage.path("firstGoodAt").asText()))
                .isAfterOrEqualTo(Instant.parse(outage.path("firstFailureAt").asText()));
    }

    @Test
    void shouldNoticeReadsThatShowLessThanWasAcknowledged() throws Exception {
        awaitWrites(1);

        qdrant.forgetWrites();

        Await.until("stale reads", () -> stats().path("stale").path("reads").asInt() > 0);
        assertThat(stats().path("stale").path("furthestBehind").asLong()).isPositive();
    }

    @Test
    void shouldNotTakeTooFewResultsForAGoodAnswer() throws Exception {
        qdrant.points("docs").clear();

        Await.until(
                "wrong answers",
                () -> stats().path("reads")
                                .path("failures")
                                .path("wrong-answer")
                                .asInt()
                        > 0);
        assertThat(stats().path("reads").path("failures").path("wrong-answer").asInt())
                .isPositive();
    }

    @Test
    void shouldAnswerQuestionsByARealSearch() throws Exception {
        Http.Reply reply = Http.get(app.port(), "/ask?q=storms+in+Bergen");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("answers")).hasSize(5);
        assertThat(Http.get(app.port(), "/ask").status()).isEqualTo(400);
        qdrant.fail(500);
        assertThat(Http.get(app.port(), "/ask?q=x").status()).isEqualTo(502);
    }

    @Test
    void shouldSaySoWhenItCannotSeed() {
        qdrant.fail(500);

        assertThatThrownBy(() -> SampleApp.start(AppConfig.of(qdrant.url()).withSeedWithin(Duration.ofMillis(10))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not seeded within");
    }
}
