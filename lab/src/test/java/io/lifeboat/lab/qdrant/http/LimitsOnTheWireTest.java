package io.lifeboat.lab.qdrant.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.lab.qdrant.StandInFixture;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a hostile or clumsy client gets. */
class LimitsOnTheWireTest {
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
    void shouldRefuseABodyAboveTheLimit() throws Exception {
        String body = "{\"points\":[" + " ".repeat(JsonBody.LIMIT) + "]}";

        assertThat(shop.data.put("/collections/shop/points", body).error())
                .startsWith("JSON payload is larger than allowed");
    }

    @Test
    void shouldRefuseACollectionNameThatIsAPath() throws Exception {
        String body = "{\"vectors\":{\"size\":2,\"distance\":\"Dot\"}}";

        assertThat(shop.data.put("/collections/%2e%2e", body).status()).isEqualTo(422);
        assertThat(shop.data.put("/collections/..%2Fevil", body).status()).isEqualTo(422);
        assertThat(Files.exists(directory.resolve("storage/config.json"))).isFalse();
    }

    @Test
    void shouldAnswerPipelinedRequestsInTheirOrder() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", shop.node.httpPort())) {
            socket.setSoTimeout(30_000);
            String two =
                    "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(two.getBytes(StandardCharsets.UTF_8));

            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answers).containsSubsequence("healthz check passed", "HTTP/1.1 200", "all shards are ready");
        }
    }

    @Test
    void shouldRefuseABodyThatIsNotCalledJson() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", shop.node.httpPort())) {
            socket.setSoTimeout(30_000);
            String request =
                    "POST /collections/shop/points/count HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("Content type error");
        }
    }

    @Test
    void shouldAnswerWhateverTheShapeOfTheBody() throws Exception {
        String[] bodies = {
            "[]", "{\"points\":7}", "{\"points\":[7]}", "{\"points\":[{\"id\":1,\"vector\":\"x\"}]}", "null"
        };
        for (String body : bodies) {
            assertThat(shop.data.put("/collections/shop/points", body).status())
                    .as(body)
                    .isBetween(200, 500);
        }
        assertThat(shop.count().json().at("/result/count").asInt()).isEqualTo(3);
    }
}
