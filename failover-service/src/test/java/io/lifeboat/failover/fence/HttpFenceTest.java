package io.lifeboat.failover.fence;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.lifeboat.failover.Configs;
import io.lifeboat.failover.PlannedSteps;
import io.lifeboat.failover.Story;
import io.lifeboat.failover.http.HttpCalls;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.Site;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpFenceTest {
    @TempDir
    private Path directory;

    private final HttpCalls calls = new HttpCalls();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String body = "{\"name\":\"qdrant-blue\",\"state\":\"FENCED\"}";

    @BeforeEach
    void start() throws Exception {
        Files.writeString(directory.resolve("token"), "s3cret\n");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/fence", exchange -> {
            received.add("%s token=%s key=%s %s"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestHeaders().getFirst("X-Lifeboat-Token"),
                            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        calls.close();
    }

    private StepContext claim() {
        return new Story()
                .blueIsActive()
                .opened(true, PlannedSteps.fence("blue"))
                .claim("fence");
    }

    private StepOutcome fence(StepContext claim, String token) throws Exception {
        LifeboatConfig config = Configs.shop(
                directory,
                "{switch: edge, admin: \"http://127.0.0.1:1\"}",
                "nodes: [\"http://127.0.0.1:6333\"], fence: {switch: http, url: \"http://127.0.0.1:%d/fence\", token: \"%s\"}"
                        .formatted(server.getAddress().getPort(), token),
                "nodes: [\"http://127.0.0.1:6343\"]",
                "");
        Site blue = config.workspaces().getFirst().sites().getFirst();
        return new HttpFence(calls).fence(blue, claim, Duration.ofSeconds(20));
    }

    @Test
    void shouldPostTokenKeyAndIncidentWhenItFences() throws Exception {
        StepContext claim = claim();

        StepOutcome outcome = fence(claim, "file:token");

        assertThat(outcome).isInstanceOf(StepOutcome.Done.class);
        assertThat(received)
                .singleElement()
                .asString()
                .startsWith("POST token=s3cret key=%s {".formatted(claim.key()))
                .contains("\"incident\":\"INC-2026-03-01-001\"")
                .contains("\"step\":\"fence\"");
    }

    @Test
    void shouldFailWhenTheReadBackSaysThatItIsNotFenced() throws Exception {
        body = "{\"state\":\"READY\"}";

        StepOutcome outcome = fence(claim(), "file:token");

        assertThat(outcome).isInstanceOf(StepOutcome.Failed.class);
        assertThat(outcome.why()).contains("blue could not be fenced").contains("READY");
    }

    @Test
    void shouldBeDoneWhenTheFenceOffersNoReadBack() throws Exception {
        body = "ok";

        assertThat(fence(claim(), "file:token")).isInstanceOf(StepOutcome.Done.class);
    }

    @Test
    void shouldFailWithTheStatusWhenTheFenceRefuses() throws Exception {
        status = 401;
        body = "";

        StepOutcome outcome = fence(claim(), "file:token");

        assertThat(outcome).isInstanceOf(StepOutcome.Failed.class);
        assertThat(outcome.why()).contains("answered 401");
    }

    @Test
    void shouldFailWithTheReasonWhenTheFenceIsAway() throws Exception {
        server.stop(0);

        StepOutcome outcome = fence(claim(), "file:token");

        assertThat(outcome).isInstanceOf(StepOutcome.Failed.class);
        assertThat(outcome.why()).contains("blue could not be fenced");
    }

    @Test
    void shouldFailNamingTheReferenceAloneWhenTheTokenCannotBeRead() throws Exception {
        StepOutcome outcome = fence(claim(), "file:gone");

        assertThat(outcome).isInstanceOf(StepOutcome.Failed.class);
        assertThat(outcome.why()).contains("file:gone").doesNotContain("s3cret");
        assertThat(received).isEmpty();
    }
}
