package io.lifeboat.lab;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A plain client for tests. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private Http() {}

    public record Reply(int status, String body, HttpResponse<String> response) {
        public JsonNode json() {
            try {
                return Json.MAPPER.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }
    }

    public static Reply get(int port, String path) throws IOException, InterruptedException {
        return send("GET", port, path, "");
    }

    public static Reply post(int port, String path, String body) throws IOException, InterruptedException {
        return send("POST", port, path, body);
    }

    public static Reply send(String method, int port, String path, String body, String... headers)
            throws IOException, InterruptedException {
        return reply(CLIENT.send(request(method, port, path, body, headers), HttpResponse.BodyHandlers.ofString()));
    }

    public static CompletableFuture<Reply> sendAsync(String method, int port, String path, String body) {
        return CLIENT.sendAsync(request(method, port, path, body), HttpResponse.BodyHandlers.ofString())
                .thenApply(Http::reply);
    }

    private static HttpRequest request(String method, int port, String path, String body, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return builder.build();
    }

    private static Reply reply(HttpResponse<String> response) {
        return new Reply(response.statusCode(), response.body(), response);
    }
}
