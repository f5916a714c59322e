package io.lifeboat.qdrant.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.qdrant.secret.SecretReference;
import io.lifeboat.qdrant.transport.RawAnswer.Cause;
import io.lifeboat.qdrant.transport.RawAnswer.Damage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every transport keeps. A new transport extends this. */
abstract class TransportContract {
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json";

    @TempDir
    private Path folder;

    abstract QdrantTransport transport();

    @Test
    void shouldBringTheWholeAnswerBackWhenTheServerIsWell() throws Exception {
        try (FaultyServer server = FaultyServer.answering(OK, "{\"result\":true}")) {
            RawAnswer answer = transport().exchange(get(server.address(), GENEROUS));

            assertThat(answer)
                    .isEqualTo(new RawAnswer.Whole(
                            200, Optional.of("application/json"), Optional.empty(), Body.of("{\"result\":true}")));
        }
    }

    @Test
    void shouldBringErrorStatusAndRetryAfterBackWhenRefused() throws Exception {
        String head = "HTTP/1.1 429 Too Many Requests\r\nContent-Type: application/json\r\nRetry-After: 60";
        try (FaultyServer server = FaultyServer.answering(head, "{}")) {
            RawAnswer answer = transport().exchange(get(server.address(), GENEROUS));

            assertThat(answer)
                    .isEqualTo(new RawAnswer.Whole(
                            429, Optional.of("application/json"), Optional.of("60"), Body.of("{}")));
        }
    }

    @Test
    void shouldBringAnEmptyBodyBackWhenTheRouteIsUnknown() throws Exception {
        try (FaultyServer server = FaultyServer.answering("HTTP/1.1 404 Not Found", "")) {
            RawAnswer answer = transport().exchange(get(server.address(), GENEROUS));

            assertThat(answer).isEqualTo(new RawAnswer.Whole(404, Optional.empty(), Optional.empty(), Body.EMPTY));
        }
    }

    @Test
    void shouldSendPathQueryBodyAndKeyAsGiven() throws Exception {
        Path secret = Files.writeString(folder.resolve("key"), "s3cret\n");
        try (FaultyServer server = FaultyServer.answering(OK, "{}")) {
            ResourcePath path =
                    ResourcePath.of("collections", "a b/c", "points").with("wait", true);
            for (Method method : new Method[] {Method.PUT, Method.POST, Method.PATCH}) {
                transport()
                        .exchange(new QdrantRequest(
                                method,
                                server.address(),
                                path,
                                Body.of("{\"n\":1}"),
                                Optional.of(SecretReference.parse("file:" + secret)),
                                GENEROUS,
                                1000));
            }

            assertThat(server.requests())
                    .hasSize(3)
                    .allSatisfy(request -> assertThat(request)
                            .contains(" /collections/a%20b%2Fc/points?wait=true HTTP/1.1")
                            .containsIgnoringCase("api-key: s3cret\n")
                            .containsIgnoringCase("content-type: application/json\n")
                            .endsWith("\n\n{\"n\":1}"));
            assertThat(server.requests())
                    .extracting(request -> request.substring(0, request.indexOf(' ')))
                    .containsExactly("PUT", "POST", "PATCH");
        }
    }

    @Test
    void shouldSendNoKeyAndNoBodyWhenThereIsNone() throws Exception {
        try (FaultyServer server = FaultyServer.answering(OK, "{}")) {
            transport().exchange(get(server.address(), GENEROUS));
            transport()
                    .exchange(new QdrantRequest(
                            Method.DELETE,
                            server.address(),
                            ResourcePath.of("collections", "a"),
                            Body.EMPTY,
                            Optional.empty(),
                            GENEROUS,
                            1000));

            assertThat(server.requests())
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request)
                            .doesNotContainIgnoringCase("api-key")
                            .endsWith("\n\n"));
            assertThat(server.requests().get(1)).startsWith("DELETE /collections/a HTTP/1.1");
        }
    }

    @Test
    void shouldSendNothingWhenTheKeyCannotBeResolved() throws Exception {
        try (FaultyServer server = FaultyServer.answering(OK, "{}")) {
            QdrantRequest request = new QdrantRequest(
                    Method.GET,
                    server.address(),
                    ResourcePath.of("collections"),
                    Body.EMPTY,
                    Optional.of(SecretReference.parse("file:" + folder.resolve("missing"))),
                    GENEROUS,
                    1000);

            assertThat(transport().exchange(request)).isInstanceOfSatisfying(RawAnswer.None.class, none -> {
                assertThat(none.cause()).isEqualTo(Cause.NO_SECRET);
                assertThat(none.detail()).contains("missing");
            });
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void shouldKeepNoMoreThanTheBoundWhenTheBodyIsTwoHundredMegabytes() throws Exception {
        int bound = 1024 * 1024;
        try (FaultyServer server = new FaultyServer((connection, out) -> {
            out.write((OK + "\r\nContent-Length: 209715200\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            byte[] part = new byte[64 * 1024];
            for (int i = 0; i < 3200; i++) {
                out.write(part);
            }
        })) {
            RawAnswer answer = transport().exchange(bounded(server.address(), bound));

            assertThat(answer).isInstanceOfSatisfying(RawAnswer.Broken.class, broken -> {
                assertThat(broken.damage()).isEqualTo(Damage.TOO_LARGE);
                assertThat(broken.status()).isEqualTo(200);
                assertThat(broken.head().size()).isEqualTo(bound);
            });
        }
    }

    @Test
    void shouldKeepTheWholeBodyWhenItMeasuresExactlyTheBound() throws Exception {
        try (FaultyServer server = FaultyServer.answering(OK, "12345")) {
            assertThat(transport().exchange(bounded(server.address(), 5))).isInstanceOf(RawAnswer.Whole.class);
            assertThat(transport().exchange(bounded(server.address(), 4))).isInstanceOf(RawAnswer.Broken.class);
        }
    }

    @Test
    @Timeout(120)
    void shouldEndTheConnectionWhenABodyHasNoEnd() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (FaultyServer server = new FaultyServer((connection, out) -> {
            try {
                out.write((OK + "\r\nTransfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.UTF_8));
                while (true) {
                    chunk(out, "x".repeat(1000));
                }
            } finally {
                ended.countDown();
            }
        })) {
            RawAnswer answer = transport().exchange(bounded(server.address(), 10_000));

            assertThat(answer).isInstanceOf(RawAnswer.Broken.class);
            assertThat(ended.await(60, TimeUnit.SECONDS))
                    .as("the server's writing fails, as the connection was closed")
                    .isTrue();
        }
    }

    @Test
    @Timeout(120)
    void shouldTimeOutWhenTheServerIsSilent() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (FaultyServer server = new FaultyServer((connection, out) -> never.await(100, TimeUnit.SECONDS))) {
            RawAnswer answer = transport().exchange(get(server.address(), Duration.ofMillis(300)));

            assertThat(answer).isEqualTo(new RawAnswer.None(Cause.TIMED_OUT, "no whole answer within 300 ms"));
        } finally {
            never.countDown();
        }
    }

    @Test
    @Timeout(120)
    void shouldEndTheConnectionWhenTheServerIsSilent() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (FaultyServer server = new FaultyServer((connection, out) -> {
            try {
                connection.getInputStream().read();
            } finally {
                ended.countDown();
            }
        })) {
            transport().exchange(get(server.address(), Duration.ofMillis(300)));

            assertThat(ended.await(60, TimeUnit.SECONDS))
                    .as("the server sees the connection end")
                    .isTrue();
        }
    }

    @Test
    @Timeout(120)
    void shouldTimeOutWhenTheBodyTrickles() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (FaultyServer server = new FaultyServer((connection, out) -> {
            try {
                out.write((OK + "\r\nTransfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.UTF_8));
                while (!ended.await(20, TimeUnit.MILLISECONDS)) {
                    chunk(out, " ");
                }
            } finally {
                ended.countDown();
            }
        })) {
            RawAnswer answer = transport().exchange(get(server.address(), Duration.ofMillis(500)));

            assertThat(answer).isEqualTo(new RawAnswer.None(Cause.TIMED_OUT, "no whole answer within 500 ms"));
            assertThat(ended.await(60, TimeUnit.SECONDS))
                    .as("the server's writing fails, as the connection was closed")
                    .isTrue();
        }
    }

    @Test
    void shouldTellACutBodyWhenTheConnectionEndsInside() throws Exception {
        try (FaultyServer server = new FaultyServer((connection, out) ->
                out.write((OK + "\r\nContent-Length: 100\r\n\r\n{\"result\":").getBytes(StandardCharsets.UTF_8)))) {
            RawAnswer answer = transport().exchange(get(server.address(), GENEROUS));

            assertThat(answer).isInstanceOfSatisfying(RawAnswer.Broken.class, broken -> {
                assertThat(broken.damage()).isEqualTo(Damage.CUT_SHORT);
                assertThat(broken.status()).isEqualTo(200);
            });
        }
    }

    @Test
    void shouldTellAResetWhenTheConnectionEndsBeforeAnAnswer() throws Exception {
        try (FaultyServer server = new FaultyServer((connection, out) -> connection.setSoLinger(true, 0))) {
            RawAnswer answer = transport().exchange(get(server.address(), GENEROUS));

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            RawAnswer.None.class,
                            none -> assertThat(none.cause()).isEqualTo(Cause.RESET));
        }
    }

    @Test
    void shouldTellARefusalWhenNobodyListens() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }

        RawAnswer answer = transport().exchange(get(URI.create("http://127.0.0.1:" + port), GENEROUS));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        RawAnswer.None.class, none -> assertThat(none.cause()).isEqualTo(Cause.REFUSED));
    }

    @Test
    void shouldTellAnUnknownHostWhenTheNameHasNoAddress() throws Exception {
        RawAnswer answer = transport().exchange(get(URI.create("http://no-such-host.invalid:6333"), GENEROUS));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        RawAnswer.None.class, none -> assertThat(none.cause()).isEqualTo(Cause.UNKNOWN_HOST));
    }

    @Test
    void shouldFollowNoRedirect() throws Exception {
        try (FaultyServer other = FaultyServer.answering(OK, "{}");
                FaultyServer server =
                        FaultyServer.answering("HTTP/1.1 302 Found\r\nLocation: " + other.address(), "")) {
            RawAnswer answer = transport().exchange(get(server.address(), GENEROUS));

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            RawAnswer.Whole.class,
                            whole -> assertThat(whole.status()).isEqualTo(302));
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    @Timeout(120)
    void shouldGiveUpWhenItsThreadIsInterrupted() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        try (FaultyServer server = new FaultyServer((connection, out) -> {
            caller.interrupt();
            never.await(100, TimeUnit.SECONDS);
        })) {
            assertThatThrownBy(() -> transport().exchange(get(server.address(), Duration.ofSeconds(90))))
                    .isInstanceOf(InterruptedException.class);
        } finally {
            never.countDown();
        }
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        out.write((Integer.toHexString(text.length()) + "\r\n" + text + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static QdrantRequest get(URI address, Duration timeout) {
        return request(address, timeout, QdrantRequest.DEFAULT_MAX_BODY);
    }

    private static QdrantRequest bounded(URI address, int maxBody) {
        return request(address, GENEROUS, maxBody);
    }

    private static QdrantRequest request(URI address, Duration timeout, int maxBody) {
        return new QdrantRequest(
                Method.GET, address, ResourcePath.of("collections"), Body.EMPTY, Optional.empty(), timeout, maxBody);
    }
}
