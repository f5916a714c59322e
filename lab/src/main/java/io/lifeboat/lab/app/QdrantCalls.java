package io.lifeboat.lab.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** Requests as an application makes them: one attempt, a time-out, and no belief in an answer that is not what it should be. Thread-safe. */
final class QdrantCalls implements AutoCloseable {

    private static final int MAX_ANSWER = 4 << 20;

    private final URI url;
    private final Duration timeout;
    private final HttpClient client;

    QdrantCalls(URI url, Duration timeout) {
        this.url = url;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    Reply send(String method, String path, Object body) throws InterruptedException {
        return send(request(path)
                .method(method, HttpRequest.BodyPublishers.ofString(Json.text(body)))
                .header("Content-Type", "application/json")
                .build());
    }

    Reply get(String path) throws InterruptedException {
        return send(request(path).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(timeout);
    }

    private Reply send(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return read(response.statusCode(), body.readNBytes(MAX_ANSWER));
            }
        } catch (HttpTimeoutException e) {
            return new Reply.Failed("timeout", "no answer within " + timeout.toMillis() + " ms");
        } catch (IOException e) {
            return new Reply.Failed("connection", String.valueOf(e.getMessage()));
        }
    }

    private static Reply read(int status, byte[] body) throws IOException {
        if (status / 100 != 2) {
            return new Reply.Failed("http-" + status, "the answer was " + status);
        }
        try {
            JsonNode result = Json.MAPPER.readTree(body).path("result");
            if (!result.isMissingNode()) {
                return new Reply.Good(result);
            }
        } catch (JsonProcessingException e) {
            return new Reply.Failed("wrong-answer", "expected JSON, but " + e.getOriginalMessage());
        }
        return new Reply.Failed("wrong-answer", "expected a result");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
