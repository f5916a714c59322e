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

class FenceTest {
    private static final String FENCE = "{\"token\":\"claim-7\"}";

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
    void shouldRefuseEveryWriteAndAnswerReadsWhenFenced() throws Exception {
        ok(shop.admin.post("/fence", FENCE));

        assertThat(shop.write(4).error()).isEqualTo("Forbidden: Writes are fenced by claim-7");
        assertThat(shop.data.delete("/collections/shop").status()).isEqualTo(403);
        assertThat(shop.data.post("/collections/aliases", "{\"actions\":[]}").status())
                .isEqualTo(403);
        assertThat(shop.count().json().at("/result/count").asInt()).isEqualTo(3);
        assertThat(shop.admin.get("/fence").text()).isEqualTo("{\"fenced\":true,\"token\":\"claim-7\"}");
    }

    @Test
    void shouldStandAfterARestart() throws Exception {
        ok(shop.admin.post("/fence", FENCE));
        shop.close();

        shop = new StandInFixture(directory);

        assertThat(shop.write(4).status()).isEqualTo(403);
    }

    @Test
    void shouldAcceptWritesAgainWhenLifted() throws Exception {
        ok(shop.admin.post("/fence", FENCE));

        ok(shop.admin.post("/unfence", FENCE));

        assertThat(shop.write(4).status()).isEqualTo(200);
    }

    @Test
    void shouldStandWhenAnotherTokenTriesToLiftIt() throws Exception {
        ok(shop.admin.post("/fence", FENCE));

        assertThat(shop.admin.post("/unfence", "{\"token\":\"claim-6\"}").status())
                .isEqualTo(409);

        assertThat(shop.write(4).status()).isEqualTo(403);
    }

    @Test
    void shouldRefuseABlankToken() throws Exception {
        assertThat(shop.admin.post("/fence", "{\"token\":\" \"}").error())
                .isEqualTo("token: expected a text that is not blank");
        assertThat(shop.write(4).status()).isEqualTo(200);
    }
}
