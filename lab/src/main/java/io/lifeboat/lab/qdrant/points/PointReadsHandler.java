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
import io.lifeboat.lab.qdrant.store.Shard;
import io.lifeboat.lab.qdrant.store.Storage;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Retrieve, scroll and count, of the collection and of one of its shards. */
public final class PointReadsHandler {
    private static final String COLLECTION = "/collections/{collection_name}";
    private static final String SHARD = COLLECTION + "/shards/{shard_id}";

    private final Storage storage;
    private final ReadFaults faults;

    public PointReadsHandler(Storage storage, ReadFaults faults) {
        this.storage = storage;
        this.faults = faults;
    }

    public List<Route> routes() {
        return List.of(
                Route.read("POST", COLLECTION + "/points/scroll", call -> scroll(call, all(call))),
                Route.read("POST", COLLECTION + "/points/count", call -> count(call, all(call))),
                Route.read("POST", COLLECTION + "/points", call -> retrieve(call, all(call))),
                Route.read("GET", COLLECTION + "/points/{id}", this::point),
                Route.read("POST", SHARD + "/points/scroll", call -> scroll(call, one(call))),
                Route.read("POST", SHARD + "/points/count", call -> count(call, one(call))),
                Route.read("POST", SHARD + "/points", call -> retrieve(call, one(call))));
    }

    private List<Shard> all(Call call) {
        return storage.get(call.collection()).shards();
    }

    private List<Shard> one(Call call) {
        return List.of(storage.get(call.collection()).shard(call.param("shard_id")));
    }

    private Answer count(Call call, List<Shard> of) {
        JsonBody body = call.json();
        Collection collection = readable(call, of, Collection.Read.COUNT);
        boolean all = !body.json().path("filter").isObject();
        int count = all
                ? collection.size(of)
                : collection.matching(Filters.of(body), of).size();
        return new Answer.Result(JsonNodeFactory.instance.objectNode().put("count", count));
    }

    private Answer scroll(Call call, List<Shard> of) {
        JsonBody body = call.json();
        long limit = Limits.of(body, "scroll_request.limit");
        Optional<PointId> start = Optional.of(body.json().path("offset"))
                .filter(node -> !node.isMissingNode() && !node.isNull())
                .map(PointId::of);
        var filter = Filters.of(body);
        Collection collection = readable(call, of, Collection.Read.SCROLL);
        Limits.check(collection, limit);
        List<Point> page = collection.page(start, filter, limit + 1, of);
        boolean more = page.size() > limit;
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.set(
                "points", records(collection, more ? page.subList(0, (int) limit) : page, Shown.of(body.json(), true)));
        result.set("next_page_offset", more ? page.getLast().id().json() : JsonNodeFactory.instance.nullNode());
        return new Answer.Result(result);
    }

    private ArrayNode records(Collection collection, List<Point> points, Shown shown) {
        UnaryOperator<Point> lens = faults.content(collection);
        ArrayNode records = JsonNodeFactory.instance.arrayNode();
        points.forEach(point -> records.add(shown.record(lens.apply(point), Optional.empty())));
        return records;
    }

    /** Without {@code with_payload} only the ids come back (case 05). */
    private Answer retrieve(Call call, List<Shard> of) {
        JsonBody body = call.json();
        List<PointId> ids = IdCondition.list(body.require("ids"));
        Collection collection = readable(call, of, Collection.Read.RETRIEVE);
        List<Point> found =
                ids.stream().flatMap(id -> collection.point(id, of).stream()).toList();
        return new Answer.Result(records(collection, found, Shown.of(body.json(), false)));
    }

    private Answer point(Call call) {
        String text = call.param("id");
        PointId id = PointId.parse(text)
                .orElseThrow(() -> QdrantError.badRequest("Can not recognize \"" + text + "\" as point id"));
        Collection collection = readable(call, all(call), Collection.Read.RETRIEVE);
        Point point = collection
                .point(id)
                .orElseThrow(() -> QdrantError.notFound("Point with id " + text + " does not exists!"));
        JsonNode record = Shown.everything().record(faults.content(collection).apply(point), Optional.empty());
        return new Answer.Result(record);
    }

    private Collection readable(Call call, List<Shard> of, Collection.Read what) {
        Collection collection = storage.get(call.collection());
        of.forEach(shard -> Collection.mustBeReadable(shard, what));
        return collection;
    }
}
