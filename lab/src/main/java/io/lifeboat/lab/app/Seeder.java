package io.lifeboat.lab.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Puts the collections and their seeded points in place, as far as they are missing. */
final class Seeder {

    private static final int BATCH = 250;
    private static final long PAUSE_MILLIS = 200;

    private final QdrantCalls calls;
    private final Dataset dataset;

    Seeder(QdrantCalls calls, Dataset dataset) {
        this.calls = calls;
        this.dataset = dataset;
    }

    /**
     * Tries until all is in place.
     *
     * @throws IOException if it was not within the limit; the message tells the last failure
     */
    void seed(Duration limit) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                seed(Dataset.DOCS);
                seed(Dataset.ARCHIVE);
                return;
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("not seeded within " + limit + ": " + e.getMessage(), e);
                }
                // Nothing tells when a site gets ready; this asks again.
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void seed(String collection) throws IOException, InterruptedException {
        switch (calls.get("/collections/" + collection)) {
            case Reply.Good good -> fill(collection);
            case Reply.Failed failed
            when failed.kind().equals("http-404") -> {
                create(collection);
                fill(collection);
            }
            case Reply.Failed failed -> throw new IOException(collection + ": " + failed.reason());
        }
    }

    private void create(String collection) throws IOException, InterruptedException {
        Map<String, Object> vectors = Map.of("size", Dataset.DIMENSIONS, "distance", "Cosine");
        required("PUT", "/collections/" + collection, Map.of("vectors", vectors));
    }

    private void fill(String collection) throws IOException, InterruptedException {
        required(
                "PUT",
                "/collections/" + collection + "/index?wait=true",
                Map.of("field_name", "city", "field_schema", "keyword"));
        int size = dataset.sizeOf(collection);
        JsonNode counted = required("POST", "/collections/" + collection + "/points/count", Map.of("exact", true));
        if (counted.path("count").asLong() >= size) {
            return;
        }
        for (long first = 1; first <= size; first += BATCH) {
            List<Map<String, Object>> points = LongStream.rangeClosed(first, Math.min(size, first + BATCH - 1))
                    .mapToObj(id -> dataset.point(collection, id))
                    .toList();
            required("PUT", "/collections/" + collection + "/points?wait=true", Map.of("points", points));
        }
    }

    private JsonNode required(String method, String path, Object body) throws IOException, InterruptedException {
        return switch (calls.send(method, path, body)) {
            case Reply.Good(JsonNode result) -> result;
            case Reply.Failed(String kind, String reason) ->
                throw new IOException(method + " " + path + ": " + kind + ", " + reason);
        };
    }
}
