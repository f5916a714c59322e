package io.lifeboat.lab.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.lab.Http;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonServerTest {

    private JsonServer server;

    @BeforeEach
    void start() throws Exception {
        server = JsonServer.start(
                0,
                List.of(
                        Route.get(
                                "/things/{name}",
                                call -> Answer.ok(Map.of("path", call.path(), "query", call.query()))),
                        Route.post("/things", call -> Answer.ok(call.object())),
                        Route.get("/bug", call -> {
                            throw new IllegalStateException("a bug");
                        })));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void shouldHandOverPathAndQuery() throws Exception {
        assertThat(Http.get(server.port(), "/things/one?q=a+b%21&flag").json())
                .isEqualTo(
                        Json.MAPPER.readTree("{\"path\":{\"name\":\"one\"},\"query\":{\"q\":\"a b!\",\"flag\":\"\"}}"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/nothing,404",
        "GET,/things/,404",
        "GET,/things/a/b,404",
        "DELETE,/things/a,405",
        "GET,/bug,500",
        "GET,/things/a?q=%zz,400"
    })
    void shouldAnswerWhatIsWrong(String method, String path, int status) throws Exception {
        try (var socket = new java.net.Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        }
    }

    @Test
    void shouldRefuseABodyThatIsTooLarge() throws Exception {
        String large = "{\"a\":\"" + "x".repeat(JsonServer.MAX_BODY) + "\"}";

        assertThat(Http.post(server.port(), "/things", large).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{", "[]", "{} {}", "''"})
    void shouldRefuseABodyThatIsNoObject(String body) throws Exception {
        Http.Reply reply = Http.post(server.port(), "/things", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("field").asText()).isEqualTo("body");
    }

    @Test
    void shouldLetInOnlyThoseWithTheToken() throws Exception {
        try (JsonServer guarded =
                JsonServer.start(0, Optional.of("secret"), List.of(Route.get("/", call -> Answer.ok(Map.of()))))) {
            assertThat(Http.get(guarded.port(), "/").status()).isEqualTo(401);
            assertThat(Http.send("GET", guarded.port(), "/", "", JsonServer.TOKEN_HEADER, "secret")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void shouldRefuseRoutesAndAnswersThatAreNone() {
        assertThatThrownBy(() -> new Route("get", "/", call -> Answer.ok(""))).hasMessageContaining("method: expected");
        assertThatThrownBy(() -> Route.get("x", call -> Answer.ok(""))).hasMessageContaining("path: expected");
        assertThatThrownBy(() -> new Answer(99, "")).hasMessageContaining("status: expected");
    }
}
