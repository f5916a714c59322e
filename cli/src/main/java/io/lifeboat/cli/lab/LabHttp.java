package io.lifeboat.cli.lab;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.events.serde.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the lab's parts, which speak JSON. Answers are bounded in time and size. Thread-safe. */
public final class LabHttp implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int MOST_BYTES = 16 << 20;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    public JsonNode get(String url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).build());
    }

    public JsonNode post(String url, Object body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)))
                .build());
    }

    public JsonNode delete(String url) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).DELETE().build());
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        byte[] body;
        try (InputStream stream = response.body()) {
            body = stream.readNBytes(MOST_BYTES + 1);
        }
        if (body.length > MOST_BYTES) {
            throw new IOException(request.uri() + " answered with more than " + MOST_BYTES + " bytes");
        }
        if (response.statusCode() / 100 != 2) {
            throw new IOException("%s answered %d: %s"
                    .formatted(
                            request.uri(),
                            response.statusCode(),
                            new String(body, java.nio.charset.StandardCharsets.UTF_8)));
        }
        return Json.mapper().readTree(body);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
