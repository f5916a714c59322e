package io.lifeboat.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.lifeboat.verifier.fixture.TestSettings;
import io.lifeboat.verifier.node.JsonFetch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsCheckTest extends CheckContract {
    private static final String HITS =
            "{\"hits\":[{\"id\":7,\"title\":\"On ferries\"}],\"total\":1,\"next\":null,\"none\":[]}";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer application;

    @BeforeEach
    void start() throws IOException {
        application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        application.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                requests.add("%s %s %s".formatted(exchange.getRequestMethod(), exchange.getRequestURI(), body));
                byte[] answer = (exchange.getRequestURI().getPath().equals("/page") ? "<html>" : HITS)
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(
                        exchange.getRequestURI().getPath().equals("/broken") ? 500 : 200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        application.start();
    }

    @AfterEach
    void stop() {
        application.stop(0);
    }

    @Override
    Check check() {
        return new EndpointsCheck(new JsonFetch(), TestSettings.defaults());
    }

    @Test
    void shouldNotRunWhenNoEndpointsAreNamed() throws Exception {
        assertThat(check().run(scene(""))).isEqualTo(CheckResult.notRun("the workspace names no endpoints"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "path: '$.hits[0].id'             | pass | ask: status 200, 7 at $.hits[0].id",
                "path: '$.hits[0].id', value: '7' | pass | ask: status 200, 7 at $.hits[0].id",
                "path: '$.hits[0].id', value: '8' | fail | ask: 7 at $.hits[0].id, expected 8",
                "path: '$.hits[1].id'             | fail | ask: nothing at $.hits[1].id",
                "path: '$.next'                   | fail | ask: nothing at $.next",
                "path: '$.none'                   | fail | ask: nothing at $.none",
                "path: '$..title'                 | pass | ask: status 200, [\"On ferries\"] at $..title",
                "status: 200                      | pass | ask: status 200",
                "status: 404                      | fail | ask: status 200, expected 404"
            })
    void shouldJudgeTheAnswerWhenItIsExpectedToBeSo(String expected, String verdict, String evidence) throws Exception {
        CheckResult result = check().run(scene(endpoint("ask", "/ask?q=ferry", expected)));

        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.evidence()).isEqualTo(evidence);
    }

    @Test
    void shouldSendMethodAndBodyWhenTheyAreNamed() throws Exception {
        check().run(scene(endpoint("ask", "/ask", "method: POST, body: '{\"q\": 1}'")));

        assertThat(requests).containsExactly("POST /ask {\"q\": 1}");
    }

    @Test
    void shouldFailByNameWhenOneOfSeveralFails() throws Exception {
        CheckResult result = check().run(scene(endpoint("ask", "/ask", "path: '$.hits'")
                + ", " + endpoint("other", "/broken", "status: 200") + ", "
                + endpoint("page", "/page", "path: '$.a'")));

        assertThat(result)
                .isEqualTo(CheckResult.notYet(
                        "other: status 500, expected 200; page: status 200, but the body is no JSON"));
    }

    private String endpoint(String name, String path, String expected) {
        return "{name: %s, url: \"http://127.0.0.1:%d%s\", %s}"
                .formatted(name, application.getAddress().getPort(), path, expected);
    }

    private Scene scene(String endpoints) throws Exception {
        return endpoints.isEmpty()
                ? scene()
                : scene("    verification: {endpoints: [%s]}\n".formatted(endpoints), SILENT);
    }

    private Scene scene() throws Exception {
        return scene("", SILENT);
    }
}
