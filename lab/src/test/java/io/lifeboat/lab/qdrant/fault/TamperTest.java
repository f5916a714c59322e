package io.lifeboat.lab.qdrant.fault;

import static io.lifeboat.lab.qdrant.StandInFixture.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.lab.qdrant.StandInFixture;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TamperTest {
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
    void shouldDropOnePoint() throws Exception {
        tamper("drop");

        assertThat(shop.count().json().at("/result/count").asInt()).isEqualTo(2);
        assertThat(shop.data.get("/collections/shop/points/2").status()).isEqualTo(404);
    }

    @Test
    void shouldChangeThePayloadAlone() throws Exception {
        tamper("payload");

        var point = shop.data.get("/collections/shop/points/2").json().path("result");
        assertThat(point.at("/payload/name").asText()).isEqualTo("two?");
        assertThat(point.at("/vector").toString()).isEqualTo("[0.0,1.0]");
    }

    @Test
    void shouldChangeTheVectorAlone() throws Exception {
        tamper("vector");

        var point = shop.data.get("/collections/shop/points/2").json().path("result");
        assertThat(point.at("/payload/name").asText()).isEqualTo("two");
        assertThat(point.at("/vector").toString()).isEqualTo("[0.25,1.0]");
    }

    @Test
    void shouldCountNothingAndLeaveOtherPoints() throws Exception {
        long before = operation();
        String other = point1();

        tamper("vector");

        assertThat(operation()).isEqualTo(before);
        assertThat(point1()).isEqualTo(other);
    }

    @Test
    void shouldStayAfterARestart() throws Exception {
        tamper("drop");
        shop.close();

        shop = new StandInFixture(directory);

        assertThat(shop.count().json().at("/result/count").asInt()).isEqualTo(2);
    }

    @Test
    void shouldRefuseWhatIsNotThere() throws Exception {
        assertThat(shop.admin
                        .post("/tamper", "{\"collection\":\"shop\",\"id\":9,\"what\":\"drop\"}")
                        .status())
                .isEqualTo(404);
        assertThat(shop.admin
                        .post("/tamper", "{\"collection\":\"shop\",\"id\":1,\"what\":\"melt\"}")
                        .error())
                .isEqualTo("what \"melt\": expected drop, payload or vector");
    }

    private void tamper(String what) throws Exception {
        ok(shop.admin.post("/tamper", "{\"collection\":\"shop\",\"id\":2,\"what\":\"" + what + "\"}"));
    }

    private String point1() throws Exception {
        return shop.data.get("/collections/shop/points/1").json().path("result").toString();
    }

    private long operation() throws Exception {
        return shop.data
                .get("/telemetry?details_level=3")
                .json()
                .at("/result/collections/collections/0/shards/0/local/update_queue/op_num")
                .asLong();
    }
}
