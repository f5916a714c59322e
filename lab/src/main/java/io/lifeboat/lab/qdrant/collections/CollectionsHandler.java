package io.lifeboat.lab.qdrant.collections;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.http.Answer;
import io.lifeboat.lab.qdrant.http.Call;
import io.lifeboat.lab.qdrant.http.JsonBody;
import io.lifeboat.lab.qdrant.http.Route;
import io.lifeboat.lab.qdrant.points.FieldCondition;
import io.lifeboat.lab.qdrant.store.Collection;
import io.lifeboat.lab.qdrant.store.CollectionFile;
import io.lifeboat.lab.qdrant.store.Shard;
import io.lifeboat.lab.qdrant.store.ShardState;
import io.lifeboat.lab.qdrant.store.Storage;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Creating, changing, showing and deleting collections. */
public final class CollectionsHandler {
    private static final String ONE = "/collections/{collection_name}";

    private final Storage storage;

    public CollectionsHandler(Storage storage) {
        this.storage = storage;
    }

    public List<Route> routes() {
        return List.of(
                Route.read("GET", "/collections", this::list),
                Route.read("GET", ONE, this::show),
                Route.write("PUT", ONE, this::create),
                Route.write("PATCH", ONE, this::change),
                Route.write("DELETE", ONE, this::delete),
                Route.read("GET", ONE + "/exists", this::exists),
                Route.read("GET", ONE + "/cluster", this::distribution),
                Route.read("GET", ONE + "/optimizations", this::optimizations));
    }

    private Answer list(Call call) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ArrayNode names = result.putArray("collections");
        storage.collections().forEach(one -> names.addObject().put("name", one.name()));
        return new Answer.Result(result);
    }

    private Answer create(Call call) throws IOException {
        JsonBody body = call.json();
        storage.create(call.collection(), new CollectionFile.Content(CreateRequest.read(body), Map.of()));
        return new Answer.Result(BooleanNode.TRUE);
    }

    private Answer change(Call call) throws IOException {
        JsonBody body = call.json();
        Collection collection = storage.get(call.collection());
        collection.reconfigure(PatchRequest.apply(collection.config(), body.json()));
        return new Answer.Result(BooleanNode.TRUE);
    }

    private Answer delete(Call call) throws IOException {
        return new Answer.Result(BooleanNode.valueOf(storage.delete(call.collection())));
    }

    private Answer exists(Call call) {
        boolean exists = storage.find(call.collection()).isPresent();
        return new Answer.Result(JsonNodeFactory.instance.objectNode().put("exists", exists));
    }

    private Answer show(Call call) {
        Collection collection = storage.get(call.collection());
        collection.mustBeReadable(Collection.Read.INFO);
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("status", "green").put("optimizer_status", "ok").put("indexed_vectors_count", 0);
        result.put("points_count", collection.size());
        result.put("segments_count", segments(collection));
        result.set("config", collection.config().reported());
        result.set("payload_schema", collection.payloadSchema(FieldCondition::hasValue));
        result.putObject("update_queue").put("length", 0);
        return new Answer.Result(result);
    }

    private Answer distribution(Call call) {
        Collection collection = storage.get(call.collection());
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("peer_id", storage.peer().value())
                .put("shard_count", collection.shards().size());
        ArrayNode local = result.putArray("local_shards");
        for (Shard shard : collection.shards()) {
            local.addObject()
                    .put("shard_id", shard.number())
                    .put("points_count", points(shard))
                    .put("state", "Active");
        }
        result.putArray("remote_shards");
        result.putArray("shard_transfers");
        return new Answer.Result(result);
    }

    /** An estimate in Qdrant; a dummy shard counts 0 and is called active all the same (case 24). */
    private static int points(Shard shard) {
        return switch (shard.state()) {
            case ShardState.Dummy dummy -> 0;
            case ShardState.Unloaded unloaded -> 0;
            case ShardState.Replaced replaced -> 0;
            case ShardState.Local local -> shard.segments().size();
        };
    }

    private static int segments(Collection collection) {
        return collection.shards().stream()
                .mapToInt(shard -> shard.segments().list().size())
                .sum();
    }

    private Answer optimizations(Call call) {
        Collection collection = storage.get(call.collection());
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.putObject("summary")
                .put("queued_optimizations", 0)
                .put("queued_segments", 0)
                .put("queued_points", 0)
                .put("idle_segments", segments(collection));
        result.putArray("running");
        return new Answer.Result(result);
    }
}
