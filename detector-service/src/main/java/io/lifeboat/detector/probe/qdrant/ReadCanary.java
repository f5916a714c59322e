package io.lifeboat.detector.probe.qdrant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.detector.probe.Reason;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.Fields;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.answer.ResultReader;
import io.lifeboat.qdrant.point.PointId;
import io.lifeboat.qdrant.point.ScrollRequest;
import io.lifeboat.qdrant.transport.Body;
import io.lifeboat.qdrant.transport.ResourcePath;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Reads points of one collection that were there before, and at the next look searches by the vector of one of them;
 * does both after a failure. The points are
 * learnt by scrolling; when one has gone they are learnt anew, as their owner may delete them: whether content is still
 * what it was is for the verifier to say, this only says whether it can be read and found. Belongs to one event loop.
 */
final class ReadCanary {
    private static final int KNOWN = 3;
    private static final ResultReader<List<Known>> SCROLLED =
            ResultReader.ofFields(fields -> fields.list("points", Known::read));
    private static final ResultReader<List<PointId>> RETRIEVED =
            ResultReader.ofFields(fields -> fields.asList(point -> PointId.read(point.at("id"))));
    private static final ResultReader<List<PointId>> FOUND =
            ResultReader.ofFields(fields -> fields.list("points", point -> PointId.read(point.at("id"))));

    private final String collection;
    private final ResourcePath scroll;
    private final ResourcePath query;
    private final ResourcePath points;
    private List<Known> known = List.of();
    private Body retrieval = Body.EMPTY;
    private Optional<Body> nearest = Optional.empty();
    private boolean searched;
    private boolean thorough;

    private record Known(PointId id, Optional<JsonNode> vector) {
        static Known read(Fields fields) {
            return new Known(
                    PointId.read(fields.at("id")), fields.find("vector").map(Fields::node));
        }
    }

    ReadCanary(String collection) {
        this.collection = collection;
        this.scroll = ResourcePath.of("collections", collection, "points", "scroll");
        this.query = ResourcePath.of("collections", collection, "points", "query");
        this.points = ResourcePath.of("collections", collection, "points");
    }

    /** @param counted how many points telemetry counts, about */
    Future<CanaryResult> read(NodeCalls calls, long counted) {
        return look(calls, counted).onSuccess(result -> thorough = !(result instanceof CanaryResult.Sound));
    }

    private Future<CanaryResult> look(NodeCalls calls, long counted) {
        if (known.isEmpty()) {
            return learn(calls, counted);
        }
        return searched || thorough ? retrieve(calls) : search(calls);
    }

    private Future<CanaryResult> learn(NodeCalls calls, long counted) {
        JsonNode body = new ScrollRequest(KNOWN, Optional.empty(), false, true, Optional.empty()).toJson();
        return calls.post(scroll, body, SCROLLED).compose(answer -> switch (answer) {
            case Answer.Ok<List<Known>> ok when ok.result().isEmpty() -> done(empty(counted));
            case Answer.Ok<List<Known>> ok -> {
                learnt(ok.result());
                yield search(calls);
            }
            case Answer.Accepted<List<Known>> accepted -> done(unsound(Reason.READ_FAILED, "scroll answered 202"));
            case Answer.Failure<List<Known>> failure -> done(failed(calls, Reason.READ_FAILED, "scroll", failure));
        });
    }

    /** What is asked of them from now on is written down once. */
    private void learnt(List<Known> points) {
        known = points;
        ObjectNode body = QdrantJson.object().put("with_payload", false).put("with_vector", false);
        ArrayNode ids = body.putArray("ids");
        known.forEach(point -> ids.add(point.id().toJson()));
        retrieval = QdrantJson.body(body);
        nearest = known.stream()
                .flatMap(point -> point.vector().stream())
                .flatMap(vector -> Queries.of(vector).stream())
                .findFirst()
                .map(QdrantJson::body);
    }

    private Future<CanaryResult> retrieve(NodeCalls calls) {
        return calls.post(points, retrieval, RETRIEVED).compose(answer -> switch (answer) {
            case Answer.Ok<List<PointId>> ok
            when ok.result().size() < known.size() -> {
                known = List.of();
                yield done(new CanaryResult.Sound());
            }
            case Answer.Ok<List<PointId>> ok -> thorough ? search(calls) : done(read());
            case Answer.Accepted<List<PointId>> accepted -> done(unsound(Reason.READ_FAILED, "a read answered 202"));
            case Answer.Failure<List<PointId>> failure ->
                done(failed(calls, Reason.READ_FAILED, "reading known points", failure));
        });
    }

    private CanaryResult read() {
        searched = false;
        return new CanaryResult.Sound();
    }

    private Future<CanaryResult> search(NodeCalls calls) {
        searched = true;
        if (nearest.isEmpty()) {
            return done(new CanaryResult.Sound());
        }
        return calls.post(query, nearest.get(), FOUND).map(answer -> switch (answer) {
            case Answer.Ok<List<PointId>> ok
            when ok.result().isEmpty() -> {
                known = List.of();
                yield unsound(Reason.SEARCH_FAILED, "a search by a known point's vector found nothing");
            }
            case Answer.Ok<List<PointId>> ok -> new CanaryResult.Sound();
            case Answer.Accepted<List<PointId>> accepted -> unsound(Reason.SEARCH_FAILED, "a search answered 202");
            case Answer.Failure<List<PointId>> failure -> failed(calls, Reason.SEARCH_FAILED, "a search", failure);
        });
    }

    private CanaryResult empty(long counted) {
        return counted > 0
                ? unsound(Reason.READ_FAILED, "telemetry counts %d points, and none can be read".formatted(counted))
                : new CanaryResult.Sound();
    }

    private CanaryResult unsound(Reason reason, String what) {
        return CollectionTrouble.unsound(reason, collection, what);
    }

    private CanaryResult failed(NodeCalls calls, Reason reason, String what, Answer.Failure<?> failure) {
        return CollectionTrouble.of(calls, reason, collection, what, failure);
    }

    private static Future<CanaryResult> done(CanaryResult result) {
        return Future.succeededFuture(result);
    }
}
