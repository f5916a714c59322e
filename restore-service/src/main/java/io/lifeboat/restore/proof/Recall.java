package io.lifeboat.restore.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.point.PointCalls;
import io.lifeboat.qdrant.point.PointId;
import io.lifeboat.qdrant.point.ScoredPoint;
import io.lifeboat.qdrant.point.ScrollPage;
import io.lifeboat.qdrant.point.ScrollRequest;
import io.lifeboat.qdrant.point.StoredPoint;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * Recall@10: which share of the ten nearest points, as exact search finds them, the index finds too; the mean over queries with
 * the vectors of points that are there. It tells a graph that was lost or is no longer that of its vectors.
 */
final class Recall {
    static final int TOP = 10;
    private static final int QUERIES = 10;

    private Recall() {}

    /** How it was measured. */
    sealed interface Measured {
        record At(double recall, int queries) implements Measured {}

        /** There is nothing to ask: no points, or no dense vectors. */
        record Nothing() implements Measured {}

        record Failed(String why) implements Measured {}
    }

    static Measured of(PointCalls points) throws InterruptedException {
        Answer<ScrollPage> page =
                points.scroll(new ScrollRequest(QUERIES, Optional.empty(), false, true, Optional.empty()));
        if (page instanceof Answer.Failure<ScrollPage> failure) {
            return new Measured.Failed(failure.summary());
        }
        double sum = 0;
        int asked = 0;
        for (StoredPoint point : page.value().map(ScrollPage::points).orElse(List.of())) {
            Optional<ObjectNode> query = point.vectors().flatMap(Recall::query);
            if (query.isEmpty()) {
                continue;
            }
            Answer<Set<PointId>> exact = ask(points, query.get(), true);
            Answer<Set<PointId>> found = ask(points, query.get(), false);
            if (exact instanceof Answer.Failure<?> failure) {
                return new Measured.Failed(failure.summary());
            }
            if (found instanceof Answer.Failure<?> failure) {
                return new Measured.Failed(failure.summary());
            }
            OptionalDouble share =
                    share(exact.value().orElse(Set.of()), found.value().orElse(Set.of()));
            if (share.isEmpty()) {
                return new Measured.Failed("exact search finds nothing like a point that is there");
            }
            sum += share.getAsDouble();
            asked++;
        }
        return asked == 0 ? new Measured.Nothing() : new Measured.At(sum / asked, asked);
    }

    private static OptionalDouble share(Set<PointId> exact, Set<PointId> found) {
        if (exact.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((double) exact.stream().filter(found::contains).count() / exact.size());
    }

    private static Answer<Set<PointId>> ask(PointCalls points, ObjectNode query, boolean exact)
            throws InterruptedException {
        ObjectNode body = query.deepCopy();
        body.putObject("params").put("exact", exact);
        return points.query(body).map(hits -> {
            Set<PointId> ids = new HashSet<>();
            for (ScoredPoint hit : hits) {
                ids.add(hit.id());
            }
            return ids;
        });
    }

    /** Of several named vectors the first dense one by name. */
    private static Optional<ObjectNode> query(JsonNode vectors) {
        if (isDense(vectors)) {
            return Optional.of(body(vectors));
        }
        Map<String, JsonNode> named = new TreeMap<>();
        vectors.properties().forEach(entry -> named.put(entry.getKey(), entry.getValue()));
        return named.entrySet().stream()
                .filter(entry -> isDense(entry.getValue()))
                .findFirst()
                .map(entry -> body(entry.getValue()).put("using", entry.getKey()));
    }

    private static boolean isDense(JsonNode vector) {
        return vector.isArray() && !vector.isEmpty() && vector.get(0).isNumber();
    }

    private static ObjectNode body(JsonNode vector) {
        ObjectNode body = QdrantJson.object().put("limit", TOP).put("with_payload", false);
        body.set("query", vector);
        return body;
    }
}
