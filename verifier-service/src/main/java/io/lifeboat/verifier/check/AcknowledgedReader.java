package io.lifeboat.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.point.PointId;
import io.lifeboat.qdrant.point.StoredPoint;
import io.lifeboat.verifier.node.JsonFetch;
import io.lifeboat.verifier.node.JsonFetch.Fetched;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks an application which writes it was told are stored, {@code [{"collection", "id", "sequence", "at"}]}, and reads each back
 * through the public address. A write is lost if its point is missing, or carries a lower {@code sequence} in its payload.
 */
final class AcknowledgedReader {
    private static final int BATCH = 500;

    private final JsonFetch fetch;
    private final Duration timeout;

    AcknowledgedReader(JsonFetch fetch, Duration timeout) {
        this.fetch = fetch;
        this.timeout = timeout;
    }

    /** @param since acknowledged at this time or later */
    Losses read(@Nullable URI address, Instant since, QdrantClient publicly) throws InterruptedException {
        if (address == null) {
            return new Losses.Unknown("the workspace has no application that tells its acknowledged writes");
        }
        String separator = address.getQuery() == null ? "?" : "&";
        URI asked = URI.create(
                address + separator + "since=" + URLEncoder.encode(since.toString(), StandardCharsets.UTF_8));
        return switch (fetch.get(asked, timeout)) {
            case Fetched.Nothing nothing -> new Losses.Unknown("acknowledged writes are not known: " + nothing.why());
            case Fetched.Document document -> parse(document.json(), publicly);
        };
    }

    private static Losses parse(JsonNode json, QdrantClient publicly) throws InterruptedException {
        Map<String, Map<String, Losses.Write>> newest = new LinkedHashMap<>();
        try {
            if (!json.isArray()) {
                return new Losses.Unknown("acknowledged writes: expected a list");
            }
            for (JsonNode entry : json) {
                Losses.Write write = write(entry);
                newest.computeIfAbsent(write.collection(), name -> new LinkedHashMap<>())
                        .put(write.id(), write);
            }
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return new Losses.Unknown("acknowledged writes cannot be read: " + e.getMessage());
        }
        return readBack(newest, publicly);
    }

    private static Losses.Write write(JsonNode entry) {
        String id = PointId.parse(entry.path("id").asText()).toString();
        JsonNode sequence = entry.path("sequence");
        return new Losses.Write(
                entry.path("collection").asText(),
                id,
                sequence.isIntegralNumber() ? Optional.of(sequence.asLong()) : Optional.empty(),
                Instant.parse(entry.path("at").asText()));
    }

    private static Losses readBack(Map<String, Map<String, Losses.Write>> newest, QdrantClient publicly)
            throws InterruptedException {
        int checked = 0;
        List<Losses.Write> lost = new ArrayList<>();
        for (Map.Entry<String, Map<String, Losses.Write>> collection : newest.entrySet()) {
            List<Losses.Write> writes = List.copyOf(collection.getValue().values());
            for (int from = 0; from < writes.size(); from += BATCH) {
                List<Losses.Write> batch = writes.subList(from, Math.min(writes.size(), from + BATCH));
                Answer<List<StoredPoint>> answer = retrieve(publicly, collection.getKey(), batch);
                if (!(answer instanceof Answer.Ok<List<StoredPoint>> ok)) {
                    return new Losses.Unknown("acknowledged writes of %s could not be read back: %s"
                            .formatted(collection.getKey(), answer));
                }
                lost.addAll(missing(batch, ok.result()));
                checked += batch.size();
            }
        }
        return new Losses.Known(checked, lost);
    }

    private static Answer<List<StoredPoint>> retrieve(
            QdrantClient publicly, String collection, List<Losses.Write> batch) throws InterruptedException {
        return publicly.points(collection)
                .retrieve(batch.stream().map(write -> PointId.parse(write.id())).toList());
    }

    private static List<Losses.Write> missing(List<Losses.Write> writes, List<StoredPoint> points) {
        Map<String, StoredPoint> found = new HashMap<>();
        points.forEach(point -> found.put(point.id().toString(), point));
        return writes.stream()
                .filter(write -> isLost(write, found.get(write.id())))
                .toList();
    }

    private static boolean isLost(Losses.Write write, @Nullable StoredPoint point) {
        if (point == null) {
            return true;
        }
        Optional<JsonNode> stored =
                point.payload().map(payload -> payload.path("sequence")).filter(JsonNode::isIntegralNumber);
        return stored.isPresent()
                && write.sequence()
                        .filter(wanted -> stored.get().asLong() < wanted)
                        .isPresent();
    }
}
