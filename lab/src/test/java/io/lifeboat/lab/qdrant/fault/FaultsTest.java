package io.lifeboat.lab.qdrant.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.lab.qdrant.StandInClient;
import io.lifeboat.lab.qdrant.StandInFixture;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {
    private static final Duration SHORT = Duration.ofMillis(500);

    @TempDir
    private Path directory;

    private StandInFixture shop;

    @BeforeEach
    void start() throws Exception {
        shop = new StandInFixture(directory);
    }

    @AfterEach
    void stop() throws IOException {
        shop.close();
    }

    @Test
    void shouldRefuseConnectionsWhenRefuseIsOnAndAcceptThemAfter() throws Exception {
        shop.inject("{\"kind\":\"refuse\"}");
        assertThatThrownBy(() -> shop.data.get("/healthz")).isInstanceOf(ConnectException.class);

        shop.admin.delete("/faults/refuse");

        assertThat(shop.data.get("/healthz").status()).isEqualTo(200);
    }

    @Test
    void shouldAcceptAndNeverAnswerWhenBlackHoleIsOn() throws Exception {
        shop.inject("{\"kind\":\"black-hole\"}");
        assertThatThrownBy(() -> shop.data.call("GET", "/healthz", "", SHORT))
                .isInstanceOf(HttpTimeoutException.class)
                .isNotInstanceOf(java.net.http.HttpConnectTimeoutException.class);

        shop.admin.delete("/faults/black-hole");

        assertThat(shop.data.get("/healthz").status()).isEqualTo(200);
    }

    @Test
    void shouldAnswerLateWhenDelayIsOn() throws Exception {
        shop.inject("{\"kind\":\"delay\",\"millis\":300}");

        Instant asked = Instant.now();
        StandInClient.Got got = shop.data.get("/healthz");

        assertThat(got.status()).isEqualTo(200);
        assertThat(Duration.between(asked, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void shouldFailSearchesAloneWhenErrorOnSearchIsOn() throws Exception {
        shop.inject("{\"kind\":\"error-on-search\"}");

        assertThat(shop.search().status()).isEqualTo(500);
        assertThat(shop.count().status()).isEqualTo(200);
        assertThat(shop.write(4).status()).isEqualTo(200);
    }

    @Test
    void shouldFailEverySecondSearchWhenTheRateIsAHalf() throws Exception {
        shop.inject("{\"kind\":\"error-on-search\",\"rate\":0.5}");

        assertThat(new int[] {
                    shop.search().status(),
                    shop.search().status(),
                    shop.search().status(),
                    shop.search().status()
                })
                .containsExactly(200, 500, 200, 500);
    }

    @Test
    void shouldSpareOtherCollectionsWhenTheFaultNamesOne() throws Exception {
        shop.inject("{\"kind\":\"error-on-search\",\"collection\":\"another\"}");

        assertThat(shop.search().status()).isEqualTo(200);
    }

    @Test
    void shouldFindAnotherPointWhenWrongAnswersIsOn() throws Exception {
        int right = shop.search().json().at("/result/points/0/id").asInt();
        shop.inject("{\"kind\":\"wrong-answers\"}");

        StandInClient.Got got = shop.search();

        assertThat(got.status()).isEqualTo(200);
        assertThat(right).isEqualTo(3);
        assertThat(got.json().at("/result/points/0/id").asInt()).isEqualTo(1);
    }

    @Test
    void shouldScrollAndRetrieveOtherContentUnderTheSameIdsWhenWrongAnswersIsOn() throws Exception {
        shop.inject("{\"kind\":\"wrong-answers\"}");

        StandInClient.Got page = shop.data.post("/collections/shop/points/scroll", "{}");
        StandInClient.Got one = shop.data.get("/collections/shop/points/1");

        assertThat(page.json().at("/result/points/0/id").asInt()).isEqualTo(1);
        assertThat(page.json().at("/result/points/0/payload/name").asText()).isEqualTo("two");
        assertThat(one.json().at("/result/payload/name").asText()).isEqualTo("two");
        assertThat(one.json().at("/result/vector").toString()).isEqualTo("[0.0,1.0]");
    }

    @Test
    void shouldFailReadsAndStayFriendlyElsewhereWhenDummyShardIsOn() throws Exception {
        shop.inject("{\"kind\":\"dummy-shard\",\"collection\":\"shop\"}");

        assertThat(shop.count().status()).isEqualTo(500);
        assertThat(shop.search().status()).isEqualTo(500);
        assertThat(shop.write(4).error()).startsWith("Service internal error: Failed to Update Points,  ");
        assertThat(shop.data.get("/readyz").status()).isEqualTo(200);
        var local = shop.data
                .get("/telemetry?details_level=3")
                .json()
                .at("/result/collections/collections/0/shards/0/local");
        assertThat(local.path("variant_name").asText()).isEqualTo("dummy shard");
        assertThat(local.path("status").asText()).isEqualTo("green");

        shop.admin.delete("/faults/dummy-shard");

        assertThat(shop.count().json().at("/result/count").asInt()).isEqualTo(3);
    }

    @Test
    void shouldRefuseWritesAndAnswerReadsWhenReadOnlyIsOn() throws Exception {
        shop.inject("{\"kind\":\"read-only\"}");

        assertThat(shop.write(4).status()).isEqualTo(500);
        assertThat(shop.count().json().at("/result/count").asInt()).isEqualTo(3);
    }

    @Test
    void shouldAnswerAPageWhenGarbageHtmlIsOn() throws Exception {
        shop.inject("{\"kind\":\"garbage-html\"}");

        StandInClient.Got got = shop.data.get("/collections");

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.text()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void shouldCutTheAnswerWhenHalfJsonIsOn() throws Exception {
        shop.inject("{\"kind\":\"half-json\"}");

        StandInClient.Got got = shop.count();

        assertThat(got.text()).startsWith("{\"result\"");
        assertThatThrownBy(got::json).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldAnswerMoreThanClientsTakeWhenHugeBodyIsOn() throws Exception {
        shop.inject("{\"kind\":\"huge-body\"}");

        assertThat(shop.count().text().length()).isEqualTo((int) WireFaults.HUGE);
    }

    @Test
    void shouldListFaultsAndTakeAllBack() throws Exception {
        shop.inject("{\"kind\":\"refuse\"}");
        shop.inject("{\"kind\":\"delay\",\"millis\":5}");
        assertThat(shop.admin.get("/faults").text())
                .isEqualTo(
                        "[{\"kind\":\"refuse\",\"millis\":0,\"rate\":1.0},{\"kind\":\"delay\",\"millis\":5,\"rate\":1.0}]");

        StandInClient.Got left = shop.admin.delete("/faults");

        assertThat(left.text()).isEqualTo("[]");
        assertThat(shop.data.get("/healthz").status()).isEqualTo(200);
    }

    @Test
    void shouldRefuseFaultsThatItCannotMake() throws Exception {
        assertThat(shop.admin.post("/faults", "{\"kind\":\"nope\"}").error())
                .startsWith("kind \"nope\": expected one of");
        assertThat(shop.admin.post("/faults", "{\"kind\":\"delay\",\"rate\":0}").error())
                .isEqualTo("rate 0.0: expected above 0 and up to 1");
        assertThat(shop.admin
                        .post("/faults", "{\"kind\":\"delay\",\"millis\":0}")
                        .error())
                .isEqualTo("millis 0: expected a positive number for a delay");
        assertThat(shop.admin
                        .post("/faults", "{\"kind\":\"refuse\",\"collection\":\"shop\"}")
                        .error())
                .startsWith("collection shop: expected none");
    }
}
