package io.lifeboat.lab.qdrant.points;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.http.Answer;
import io.lifeboat.lab.qdrant.http.Call;
import io.lifeboat.lab.qdrant.http.JsonBody;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.http.Route;
import io.lifeboat.lab.qdrant.store.Collection;
import io.lifeboat.lab.qdrant.store.Point;
import io.lifeboat.lab.qdrant.store.PointId;
import io.lifeboat.lab.qdrant.store.Storage;
import io.lifeboat.lab.qdrant.store.Vector;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** {@code points/query} by a vector, by a point's id or by nothing, and its elder {@code points/search}. */
public final class SearchHandler {
    private static final String POINTS = "/collections/{collection_name}/points";

    private final Storage storage;
    private final ReadFaults faults;

    public SearchHandler(Storage storage, ReadFaults faults) {
        this.storage = storage;
        this.faults = faults;
    }

    public List<Route> routes() {
        return List.of(Route.search(POINTS + "/query", this::query), Route.search(POINTS + "/search", this::search));
    }

    private Answer query(Call call) {
        JsonBody body = call.json();
        Collection collection = storage.get(call.collection());
        JsonNode query = body.json().path("query");
        JsonNode nearest = query.isObject() && query.has("nearest") ? query.get("nearest") : query;
        ArrayNode points = nearest.isMissingNode() || nearest.isNull()
                ? unranked(collection, body)
                : ranked(collection, body, body.json().path("using").asText(""), nearest, "limit");
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.set("points", points);
        return new Answer.Result(result);
    }

    private Answer search(Call call) {
        JsonBody body = call.json();
        Collection collection = storage.get(call.collection());
        JsonNode vector = body.require("vector");
        boolean named = vector.isObject() && vector.has("name");
        String using = named ? vector.get("name").asText() : "";
        return new Answer.Result(
                ranked(collection, body, using, named ? vector.path("vector") : vector, "search_request.limit"));
    }

    private ArrayNode ranked(Collection collection, JsonBody body, String using, JsonNode nearest, String limitName) {
        long limit = Limits.of(body, limitName);
        VectorCheck check = new VectorCheck(collection.config(), body);
        Predicate<Point> filter = Filters.of(body);
        collection.mustBeReadable(Collection.Read.QUERY);
        Limits.check(collection, limit);
        boolean byId = nearest.isValueNode();
        Vector.Dense vector = byId ? vectorOf(collection, using, nearest) : check.query(using, nearest);
        Predicate<Point> others = byId ? point -> !point.id().equals(PointId.of(nearest)) : point -> true;
        Search search = new Search(using, check.space(using), vector, threshold(body));
        List<Search.Hit> hits = search.best(
                collection.matching(filter.and(others)),
                body.json().path("offset").asLong(0),
                limit);
        return rendered(collection, body, hits);
    }

    private ArrayNode rendered(Collection collection, JsonBody body, List<Search.Hit> hits) {
        UnaryOperator<Point> lens = faults.hit(collection);
        Shown shown = Shown.of(body.json(), false);
        ArrayNode points = JsonNodeFactory.instance.arrayNode();
        hits.forEach(hit -> points.add(shown.record(lens.apply(hit.point()), Optional.of(hit.score()))));
        return points;
    }

    /** Without a query the points come in the order of their ids, with neither score nor version. */
    private ArrayNode unranked(Collection collection, JsonBody body) {
        long limit = Limits.of(body, "limit");
        Predicate<Point> filter = Filters.of(body);
        collection.mustBeReadable(Collection.Read.QUERY);
        Limits.check(collection, limit);
        List<Search.Hit> hits =
                collection
                        .page(
                                Optional.empty(),
                                filter,
                                limit + body.json().path("offset").asLong(0))
                        .stream()
                        .skip(body.json().path("offset").asLong(0))
                        .map(point -> new Search.Hit(point.withPayload(0, point.payload()), 0))
                        .toList();
        return rendered(collection, body, hits);
    }

    private static Vector.Dense vectorOf(Collection collection, String using, JsonNode id) {
        return collection
                .point(PointId.of(id))
                .map(point -> point.vectors().get(using))
                .filter(Vector.Dense.class::isInstance)
                .map(Vector.Dense.class::cast)
                .orElseThrow(() -> QdrantError.notFound("No point with id " + id.asText() + " found"));
    }

    private static OptionalDouble threshold(JsonBody body) {
        JsonNode threshold = body.json().path("score_threshold");
        return threshold.isNumber() ? OptionalDouble.of(threshold.asDouble()) : OptionalDouble.empty();
    }
}
