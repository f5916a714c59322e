package io.lifeboat.lab.qdrant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A small HTTP client for tests: a call, its status and its body. */
public final class StandInClient implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI base;

    public StandInClient(URI base) {
        this.base = base;
    }

    /** A status with a body that is perhaps not JSON. */
    public record Got(int status, String text) {
        public JsonNode json() {
            try {
                return MAPPER.readTree(text);
            } catch (IOException malformed) {
                throw new IllegalStateException("not JSON: " + text, malformed);
            }
        }

        public String error() {
            return json().path("status").path("error").asText();
        }
    }

    public Got get(String path) throws IOException, InterruptedException {
        return call("GET", path, "");
    }

    public Got put(String path, String body) throws IOException, InterruptedException {
        return call("PUT", path, body);
    }

    public Got post(String path, String body) throws IOException, InterruptedException {
        return call("POST", path, body);
    }

    public Got delete(String path) throws IOException, InterruptedException {
        return call("DELETE", path, "");
    }

    private Got call(String method, String path, String body) throws IOException, InterruptedException {
        return call(method, path, body, Duration.ofSeconds(60));
    }

    /** The same with a limit of its own. */
    public Got call(String method, String path, String body, Duration timeout)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Got(answer.statusCode(), answer.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
