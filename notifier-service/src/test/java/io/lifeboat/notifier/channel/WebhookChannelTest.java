package io.lifeboat.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.Severity;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.serde.Json;
import io.lifeboat.notifier.message.Message;
import io.lifeboat.notifier.message.Phase;
import io.lifeboat.workspaces.config.Audience;
import io.lifeboat.workspaces.config.Channel;
import io.lifeboat.workspaces.config.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookChannelTest {
    private static final String SECRET = "not for logs";
    private static final Message MESSAGE = new Message(
            new WorkspaceId("shop"),
            new IncidentId("INC-2026-03-01-001"),
            Severity.P0,
            Phase.FIRST,
            Audience.OPERATORS,
            "subject",
            "text");

    private record Received(String key, String timestamp, String signature, String type, String body) {}

    @TempDir
    private Path directory;

    private final WebhookChannel webhook = new WebhookChannel(InstantSource.system());
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(directory.resolve("hook"), SECRET + "\n");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hook", this::answer);
        server.createContext("/slow", exchange -> awaitEnd());
        server.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        server.stop(0);
        webhook.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("X-Lifeboat-Timestamp"),
                exchange.getRequestHeaders().getFirst("X-Lifeboat-Signature"),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(answers.isEmpty() ? 200 : answers.removeFirst(), -1);
        exchange.close();
    }

    private void awaitEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Channel channel(String path, String secret) {
        Arguments settings = Arguments.of(
                        "url",
                        "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path))
                .with("secret", secret)
                .with("timeout", "30s");
        return new Channel(
                "hook",
                "webhook",
                Audience.OPERATORS,
                EnumSet.allOf(Severity.class),
                new Settings(settings, directory));
    }

    private Delivery deliver(String path, Duration within) throws InterruptedException {
        return webhook.deliver(
                channel(path, "file:hook"),
                MESSAGE,
                "claim:first:hook",
                Instant.now().plus(within));
    }

    @Test
    void shouldSignTimestampAndBodyWhenItSends() throws Exception {
        Delivery delivery = deliver("/hook", Duration.ofSeconds(30));

        assertThat(delivery).isEqualTo(new Delivery.Sent("answered 200, try 1"));
        Received one = received.getFirst();
        assertThat(one.signature()).isEqualTo("sha256=" + hmac(one.timestamp() + "." + one.body()));
        assertThat(one.key()).isEqualTo("claim:first:hook");
        assertThat(one.type()).isEqualTo("application/json");
        assertThat(Json.mapper().readTree(one.body()).path("text").asText()).isEqualTo("text");
        assertThat(one.body()).contains("\"incident\":\"INC-2026-03-01-001\"").doesNotContain(SECRET);
    }

    @Test
    void shouldTryAgainWithTheSameKeyAndBodyWhenTheReceiverFails() throws Exception {
        answers.addAll(List.of(500, 429));

        Delivery delivery = deliver("/hook", Duration.ofSeconds(30));

        assertThat(delivery).isEqualTo(new Delivery.Sent("answered 200, try 3"));
        assertThat(received).hasSize(3).extracting(Received::key).containsOnly("claim:first:hook");
        assertThat(received)
                .extracting(Received::body)
                .containsOnly(received.getFirst().body());
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 404})
    void shouldGiveUpAtOnceWhenTheReceiverWillNotHaveIt(int status) throws Exception {
        answers.add(status);

        Delivery delivery = deliver("/hook", Duration.ofSeconds(30));

        assertThat(delivery).isEqualTo(new Delivery.NotSent("answered %d, try 1".formatted(status)));
        assertThat(received).hasSize(1);
    }

    @Test
    void shouldGiveUpInTimeWhenTheReceiverFailsAndFails() throws Exception {
        answers.addAll(java.util.Collections.nCopies(100, 503));
        Instant begin = Instant.now();

        Delivery delivery = deliver("/hook", Duration.ofSeconds(1));

        assertThat(delivery).isInstanceOf(Delivery.NotSent.class);
        assertThat(received).hasSizeBetween(1, 4);
        assertThat(Instant.now()).isBefore(begin.plusSeconds(30));
    }

    @Test
    void shouldGiveUpInTimeWhenTheReceiverNeverAnswers() throws Exception {
        Delivery delivery = deliver("/slow", Duration.ofMillis(400));

        assertThat(delivery)
                .isInstanceOfSatisfying(
                        Delivery.NotSent.class, not -> assertThat(not.why()).contains("no answer within"));
    }

    @Test
    void shouldSendNothingAndNameTheReferenceAloneWhenTheSecretIsGone() throws Exception {
        Delivery delivery = webhook.deliver(
                channel("/hook", "file:gone"), MESSAGE, "k", Instant.now().plusSeconds(30));

        assertThat(delivery)
                .isInstanceOfSatisfying(
                        Delivery.NotSent.class,
                        not -> assertThat(not.why()).contains("file:gone").doesNotContain(SECRET));
        assertThat(received).isEmpty();
    }

    private static String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
