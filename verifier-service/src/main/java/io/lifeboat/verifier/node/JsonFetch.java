package io.lifeboat.verifier.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.events.serde.Json;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Reads JSON documents of a workspace's applications and of what stands before them. Thread-safe. */
@Singleton
public class JsonFetch {
    private static final int MOST_BYTES = 16 << 20;

    /** What came. */
    public sealed interface Fetched {
        record Document(JsonNode json) implements Fetched {}

        /** @param why one line for people */
        record Nothing(String why) implements Fetched {}
    }

    /** An answer of any kind. */
    public sealed interface Reply {

        /** @param body at most 16 MiB */
        @SuppressWarnings("ArrayRecordComponent") // handed on once, compared never
        record Whole(int status, byte[] body) implements Reply {}

        /** @param why one line for people */
        record Nothing(String why) implements Reply {}
    }

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param timeout for the whole exchange */
    public Fetched get(URI address, Duration timeout) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .GET()
                .build();
        return switch (exchange(request, timeout)) {
            case Reply.Whole whole
            when whole.status() != 200 ->
                new Fetched.Nothing("answered with status " + whole.status() + ", expected 200");
            case Reply.Whole whole -> document(whole.body());
            case Reply.Nothing nothing -> new Fetched.Nothing(nothing.why());
        };
    }

    private static Fetched document(byte[] body) {
        try {
            return new Fetched.Document(Json.mapper().readTree(body));
        } catch (IOException e) {
            return new Fetched.Nothing("no answer: " + e);
        }
    }

    /** @param timeout for the whole exchange */
    public Reply exchange(HttpRequest request, Duration timeout) throws InterruptedException {
        try {
            return Within.time(timeout, "fetch", () -> read(client.send(request, BodyHandlers.ofInputStream())));
        } catch (TimeoutException e) {
            return new Reply.Nothing("no whole answer within " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            return new Reply.Nothing("no answer: " + e.getCause());
        }
    }

    private static Reply read(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES
                    ? new Reply.Nothing("answered more than 16 MiB")
                    : new Reply.Whole(answer.statusCode(), bytes);
        }
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }
}
