package io.lifeboat.lab.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.lab.Await;
import io.lifeboat.lab.FakeSite;
import io.lifeboat.lab.Http;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultProxyTest {

    private FakeSite site;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws Exception {
        site = FakeSite.start("site");
        proxy = FaultProxy.start(new FaultProxyConfig(site.target(), 0, 0));
    }

    @AfterEach
    void close() {
        proxy.close();
        site.close();
    }

    private void fault(String json) throws Exception {
        assertThat(Http.post(proxy.adminPort(), "/fault", json).status()).isEqualTo(200);
    }

    @Test
    void shouldCarryRequestsAndAnswersWhenNothingIsWrong() throws Exception {
        String large = "x".repeat(5 << 20);

        assertThat(Http.send("PUT", proxy.port(), "/a", large).body()).isEqualTo("site:" + large);
    }

    @Test
    void shouldRefuseConnectionsUntilToldOtherwise() throws Exception {
        fault("{\"mode\":\"refuse\"}");

        assertThatThrownBy(() -> new Socket("127.0.0.1", proxy.port()).close()).isInstanceOf(ConnectException.class);

        fault("{\"mode\":\"none\"}");
        assertThat(Http.get(proxy.port(), "/a").status()).isEqualTo(200);
    }

    @Test
    void shouldSwallowEverythingInABlackHole() throws Exception {
        Http.get(proxy.port(), "/before");
        Http.post(proxy.adminPort(), "/cut", "");
        fault("{\"mode\":\"black-hole\"}");

        CompletableFuture<Http.Reply> swallowed = Http.sendAsync("PUT", proxy.port(), "/a", "{}");

        Await.until(
                "it is in the hole",
                () -> Http.post(proxy.adminPort(), "/cut", "")
                                .json()
                                .path("cut")
                                .asInt()
                        > 0);
        assertThatThrownBy(swallowed::join).isInstanceOf(CompletionException.class);
        assertThat(site.received()).hasSize(1);
    }

    @Test
    void shouldFailSearchesOnly() throws Exception {
        fault("{\"mode\":\"search-error\",\"status\":507}");

        assertThat(Http.post(proxy.port(), "/collections/docs/points/query", "{}")
                        .status())
                .isEqualTo(507);
        assertThat(Http.post(proxy.port(), "/collections/docs/points/search", "{}")
                        .status())
                .isEqualTo(507);
        assertThat(Http.post(proxy.port(), "/collections/docs/points", "{}").status())
                .isEqualTo(200);
        assertThat(Http.get(proxy.port(), "/collections").status()).isEqualTo(200);
        assertThat(site.received()).noneMatch(received -> received.uri().endsWith("query"));
    }

    @Test
    void shouldDelayWhatPasses() throws Exception {
        fault("{\"mode\":\"delay\",\"delayMillis\":40}");
        long before = System.nanoTime();

        assertThat(Http.get(proxy.port(), "/a").status()).isEqualTo(200);

        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(80_000_000L);
    }

    @Test
    void shouldCutTheConnectionsThatStand() throws Exception {
        site.holdAnswers();
        CompletableFuture<Http.Reply> standing = Http.sendAsync("PUT", proxy.port(), "/a", "{}");
        Await.until("it stands", () -> site.received().size() == 1);

        assertThat(Http.post(proxy.adminPort(), "/cut", "").json().path("cut").asInt())
                .isPositive();

        assertThatThrownBy(standing::join).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void shouldTellTheFaultOfTheMoment() throws Exception {
        fault("{\"mode\":\"delay\",\"delayMillis\":40}");

        assertThat(Http.get(proxy.adminPort(), "/fault").body()).isEqualTo("{\"mode\":\"delay\",\"delayMillis\":40}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mode|{}",
                "mode|{'mode':'broken'}",
                "delayMillis|{'mode':'delay'}",
                "delayMillis|{'mode':'delay','delayMillis':'1'}",
                "delayMillis|{'mode':'delay','delayMillis':600001}",
                "status|{'mode':'search-error','status':200}",
                "delay|{'mode':'delay','delay':1}"
            })
    void shouldNameTheFieldWhenTheInputIsBad(String field, String body) throws Exception {
        Http.Reply reply = Http.post(proxy.adminPort(), "/fault", body.replace('\'', '"'));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("field").asText()).isEqualTo(field);
    }
}
