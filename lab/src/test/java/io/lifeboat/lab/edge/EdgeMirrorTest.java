package io.lifeboat.lab.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.Await;
import io.lifeboat.lab.FakeSite;
import io.lifeboat.lab.Http;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeMirrorTest {

    @TempDir
    private Path directory;

    private FakeSite active;
    private FakeSite standby;
    private Edge edge;

    @BeforeEach
    void start() throws Exception {
        active = FakeSite.start("active");
        standby = FakeSite.start("standby");
        edge = Edge.start(config());
    }

    @AfterEach
    void close() {
        edge.close();
        active.close();
        standby.close();
    }

    private EdgeConfig config() {
        return EdgeConfig.of(directory, active.target())
                .withMirror(new MirrorPair(active.target(), standby.target()))
                .withTimeout(Duration.ofSeconds(60));
    }

    private Http.Reply upsert(int id) throws Exception {
        return Http.send(
                "PUT", edge.port(), "/collections/docs/points?wait=true", "{\"points\":[{\"id\":" + id + "}]}");
    }

    private Http.Reply switchToStandby() throws Exception {
        return EdgeCalls.set(
                edge.adminPort(), Traffic.initial(active.target()), new Traffic(standby.target(), 1, "claim-1"));
    }

    private JsonNode lag() throws Exception {
        return Http.get(edge.adminPort(), "/lag").json();
    }

    private void awaitOperations(int count) throws Exception {
        Await.until(count + " operations behind", () -> lag().path("operations").asInt() == count);
    }

    @Test
    void shouldCopyAcceptedWritesInOrder() throws Exception {
        List<String> sent = new ArrayList<>();
        for (int id = 0; id < 50; id++) {
            upsert(id);
            sent.add("{\"points\":[{\"id\":" + id + "}]}");
        }

        awaitOperations(0);
        assertThat(standby.bodies()).isEqualTo(sent);
        assertThat(standby.received().getFirst().uri()).isEqualTo("/collections/docs/points?wait=true");
        assertThat(lag().path("applied").asInt()).isEqualTo(50);
        assertThat(lag().path("lastAppliedAt").asText()).endsWith("Z");
    }

    @Test
    void shouldNotCopyReadsNorRefusedWrites() throws Exception {
        Http.post(edge.port(), "/collections/docs/points/query", "{}");
        active.answer(400);
        upsert(1);
        active.answer(200);
        upsert(2);

        awaitOperations(0);
        assertThat(standby.bodies()).containsExactly("{\"points\":[{\"id\":2}]}");
    }

    @Test
    void shouldReportWhatIsNotOnTheStandbyWhenItIsAway() throws Exception {
        standby.close();

        upsert(7);
        upsert(8);

        awaitOperations(2);
        Await.until("it waits", () -> lag().path("state").asText().equals("waiting"));
        JsonNode report = Http.get(edge.adminPort(), "/unmirrored").json();
        assertThat(report.path("total").asInt()).isEqualTo(2);
        assertThat(report.path("operations").get(0).path("pointIds").get(0).asInt())
                .isEqualTo(7);
        assertThat(report.path("operations").get(0).path("path").asText()).isEqualTo("/collections/docs/points");
        assertThat(report.path("operations").get(0).path("method").asText()).isEqualTo("PUT");
        assertThat(report.path("operations").get(0).path("state").asText()).isEqualTo("pending");
    }

    @Test
    void shouldGoOnWhenTheStandbyIsBack() throws Exception {
        standby.close();
        upsert(7);
        upsert(8);

        standby = FakeSite.start("standby", standby.target().port());

        awaitOperations(0);
        assertThat(standby.bodies()).containsExactly("{\"points\":[{\"id\":7}]}", "{\"points\":[{\"id\":8}]}");
    }

    @Test
    void shouldReportAndPassOverWhatTheStandbyRefuses() throws Exception {
        standby.answer(404);
        upsert(1);
        awaitOperations(1);
        Await.until("refused", () -> lag().path("refused").asInt() == 1);
        standby.answer(200);

        upsert(2);

        Await.until("the second is applied", () -> lag().path("applied").asInt() == 1);
        JsonNode report = Http.get(edge.adminPort(), "/unmirrored").json();
        assertThat(report.path("operations")).hasSize(1);
        assertThat(report.path("operations").get(0).path("reason").asText()).contains("404");
    }

    @Test
    void shouldFreezeWhatIsPendingWhenTrafficMovesToTheStandby() throws Exception {
        standby.answer(503);
        upsert(1);
        awaitOperations(1);
        switchToStandby();
        standby.answer(200);
        int before = standby.received().size();

        upsert(2);

        assertThat(lag().path("state").asText()).isEqualTo("stopped");
        assertThat(lag().path("operations").asInt()).isEqualTo(1);
        assertThat(standby.bodies().subList(before, standby.bodies().size()))
                .containsExactly("{\"points\":[{\"id\":2}]}");
        assertThat(active.bodies()).containsExactly("{\"points\":[{\"id\":1}]}");
    }

    @Test
    void shouldStayStoppedWhenTrafficComesBackAndWhenRestarted() throws Exception {
        switchToStandby();
        EdgeCalls.set(
                edge.adminPort(),
                new Traffic(standby.target(), 1, "claim-1"),
                new Traffic(active.target(), 2, "claim-2"));
        upsert(3);
        edge.close();
        edge = Edge.start(config());
        upsert(4);

        assertThat(lag().path("state").asText()).isEqualTo("stopped");
        assertThat(lag().path("operations").asInt()).isZero();
        assertThat(standby.received()).isEmpty();
    }

    @Test
    void shouldCopyWhatWasPendingWhenRestarted() throws Exception {
        standby.answer(503);
        upsert(1);
        awaitOperations(1);
        edge.close();
        standby.answer(200);

        edge = Edge.start(config());

        Await.until("applied", () -> lag().path("applied").asInt() == 1);
        assertThat(standby.bodies().getLast()).isEqualTo("{\"points\":[{\"id\":1}]}");
        awaitOperations(0);
    }

    @Test
    void shouldCountAWriteThatCannotBeCopied() throws Exception {
        Http.send("PUT", edge.port(), "/collections/docs/snapshots/recover", "{\"location\":\"file:///x\"}");

        awaitOperations(1);
        assertThat(lag().path("refused").asInt()).isEqualTo(1);
        assertThat(standby.received()).isEmpty();
    }

    @Test
    void shouldEndTheCopyUnderWayBeforeTheSwitchTakesEffect() throws Exception {
        standby.holdAnswers();
        upsert(1);
        Await.until("the copy is under way", () -> standby.received().size() == 1);

        Http.Reply reply = switchToStandby();
        standby.answerHeld();
        upsert(2);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(lag().path("operations").asInt()).isEqualTo(1);
        assertThat(standby.bodies()).containsExactly("{\"points\":[{\"id\":1}]}", "{\"points\":[{\"id\":2}]}");
    }
}
