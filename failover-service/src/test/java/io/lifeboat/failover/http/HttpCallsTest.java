package io.lifeboat.failover.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpCallsTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final HttpCalls calls = new HttpCalls();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        server.stop(0);
        calls.close();
    }

    private Reply get(Duration within, HttpHandler handler) throws Exception {
        server.createContext("/", handler);
        URI uri =
                URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
        return calls.exchange(HttpRequest.newBuilder(uri).build(), within);
    }

    @Test
    void shouldGiveUpWhenTheBodyIsTooLarge() {
        assertThatThrownBy(() -> get(LONG, exchange -> {
                    exchange.sendResponseHeaders(200, 65_537);
                    exchange.getResponseBody().write(new byte[65_537]);
                    exchange.close();
                }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("larger than 65536 bytes");
    }

    @Test
    void shouldTakeTheLargestBodyThatIsAllowed() throws Exception {
        Reply reply = get(LONG, exchange -> {
            exchange.sendResponseHeaders(200, 65_536);
            exchange.getResponseBody().write(new byte[65_536]);
            exchange.close();
        });

        assertThat(reply.body()).hasSize(65_536);
    }

    @Test
    void shouldGiveUpWhenTheBodyNeverEnds() {
        assertThatThrownBy(() -> get(Duration.ofMillis(300), exchange -> {
                    exchange.sendResponseHeaders(200, 10);
                    exchange.getResponseBody().write(1);
                    exchange.getResponseBody().flush();
                    awaitEnd();
                    exchange.close();
                }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no answer within 300 ms");
    }

    @Test
    void shouldNotFollowARedirect() throws Exception {
        Reply reply = get(LONG, exchange -> {
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });

        assertThat(reply.status()).isEqualTo(302);
    }

    private void awaitEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
