package io.lifeboat.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.lifeboat.verifier.fixture.Sites;
import io.lifeboat.verifier.node.JsonFetch;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcknowledgedReaderTest {
    private static final Instant SINCE = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    Path folder;

    private final AtomicReference<String> told = new AtomicReference<>("[]");
    private final AtomicReference<String> query = new AtomicReference<>("");
    private Sites sites;
    private HttpServer application;

    @BeforeEach
    void start() throws Exception {
        sites = new Sites(folder);
        application = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        application.createContext("/acknowledged", exchange -> {
            query.set(exchange.getRequestURI().getQuery());
            byte[] body = told.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        application.start();
    }

    @AfterEach
    void stop() throws Exception {
        application.stop(0);
        sites.close();
    }

    @Test
    void shouldFindNothingLostWhenAllCanBeReadBack() throws Exception {
        told.set("[" + write(1, 1) + "," + write(40, 40) + "]");

        Losses losses = read();

        assertThat(losses).isInstanceOfSatisfying(Losses.Known.class, known -> {
            assertThat(known.checked()).isEqualTo(2);
            assertThat(known.lost()).isEmpty();
            assertThat(known.span(SINCE)).isZero();
        });
        assertThat(query.get()).isEqualTo("since=2026-11-23T10:00:00Z");
    }

    @Test
    void shouldNameWhatIsMissingOrOlderThanAcknowledged() throws Exception {
        told.set("[" + write(1, 1) + "," + write(2, 9000) + "," + write(4711, 4711) + "]");

        Losses losses = read();

        assertThat(losses).isInstanceOfSatisfying(Losses.Known.class, known -> {
            assertThat(known.lost()).extracting(Losses.Write::id).containsExactly("2", "4711");
            assertThat(known.span(SINCE.plusSeconds(10))).isEqualTo(Duration.ofSeconds(8));
            assertThat(known.span(SINCE)).isEqualTo(Duration.ofMillis(2711));
        });
    }

    @Test
    void shouldJudgeTheNewestWriteWhenAPointWasWrittenTwice() throws Exception {
        told.set("[" + write(3, 1) + "," + write(3, 3) + "]");

        assertThat(read())
                .isInstanceOfSatisfying(
                        Losses.Known.class, known -> assertThat(known.checked()).isEqualTo(1));
    }

    @Test
    void shouldBeUnknownWhenTheApplicationTellsGarbage() throws Exception {
        told.set("<html>");
        assertThat(read()).isInstanceOf(Losses.Unknown.class);

        told.set("[{\"collection\":\"docs\",\"id\":\"x\",\"at\":\"now\"}]");
        assertThat(read()).isInstanceOf(Losses.Unknown.class);

        told.set("{}");
        assertThat(read()).isInstanceOf(Losses.Unknown.class);
    }

    @Test
    void shouldBeUnknownWhenThereIsNoSuchApplication() throws Exception {
        Losses losses =
                new AcknowledgedReader(new JsonFetch(), Duration.ofSeconds(10)).read(null, SINCE, sites.users());

        assertThat(losses).isInstanceOf(Losses.Unknown.class);
    }

    private Losses read() throws InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + application.getAddress().getPort() + "/acknowledged");
        return new AcknowledgedReader(new JsonFetch(), Duration.ofSeconds(10)).read(address, SINCE, sites.users());
    }

    /** At a second for the first ids, at milliseconds of its number for the others. */
    private static String write(long id, long sequence) {
        Instant at = id < 100 ? SINCE.plusSeconds(id) : SINCE.plusMillis(id);
        return "{\"collection\":\"docs\",\"id\":%d,\"sequence\":%d,\"at\":\"%s\"}".formatted(id, sequence, at);
    }
}
