package io.lifeboat.qdrant.point;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.answer.ResultReader;
import io.lifeboat.qdrant.call.Caller;
import io.lifeboat.qdrant.transport.RawAnswer;
import io.lifeboat.qdrant.transport.ResourcePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Calls about the points of one collection (or of the collection that an alias names), or of one replica of its shards.
 *
 * @param home what stands before {@code points} in the path
 */
public record PointCalls(Caller caller, String collection, List<String> home) {

    public PointCalls {
        home = List.copyOf(home);
    }

    public PointCalls(Caller caller, String collection) {
        this(caller, collection, List.of("collections", collection));
    }

    /** Reads of one replica; it takes no writes by this way. */
    public static PointCalls ofReplica(Caller caller, String collection, long shard) {
        return new PointCalls(caller, collection, List.of("collections", collection, "shards", Long.toString(shard)));
    }

    /** Writes and waits until the points are applied. */
    public Answer<UpdateResult> upsert(List<NewPoint> points) throws InterruptedException {
        return upsert(points, true);
    }

    /** Writes; without {@code wait} the answer means only that it stands in Qdrant's log. */
    public Answer<UpdateResult> upsert(List<NewPoint> points, boolean wait) throws InterruptedException {
        ObjectNode body = QdrantJson.object();
        ArrayNode list = body.putArray("points");
        points.forEach(point -> list.add(point.toJson()));
        return caller.put(path().with("wait", wait), body, ResultReader.ofFields(UpdateResult::read));
    }

    /** Deletes by id and waits; ids that are not there are no error. */
    public Answer<UpdateResult> delete(Collection<PointId> ids) throws InterruptedException {
        return caller.post(
                path("delete").with("wait", true), withIds("points", ids), ResultReader.ofFields(UpdateResult::read));
    }

    /** Reads by id, with payload and vectors; ids that are not there are left out. */
    public Answer<List<StoredPoint>> retrieve(Collection<PointId> ids) throws InterruptedException {
        return retrieve(ids, true, true, ResultReader.ofFields(fields -> fields.asList(StoredPoint::read)));
    }

    /** Reads by id with a reader of one's own, for those who do not want a tree. */
    public <T> Answer<T> retrieve(
            Collection<PointId> ids, boolean withPayload, boolean withVectors, ResultReader<T> reader)
            throws InterruptedException {
        ObjectNode body = withIds("ids", ids).put("with_payload", withPayload).put("with_vector", withVectors);
        return caller.post(path(), body, reader);
    }

    public Answer<ScrollPage> scroll(ScrollRequest request) throws InterruptedException {
        return caller.post(path("scroll"), request.toJson(), ResultReader.ofFields(ScrollPage::read));
    }

    /** One page, not yet judged: for those who read it as a stream. */
    public RawAnswer scrollRaw(ScrollRequest request) throws InterruptedException {
        return caller.postRaw(path("scroll"), request.toJson());
    }

    /** The exact number of points; reads all matching ids, so give it time on large collections. */
    public Answer<Long> count() throws InterruptedException {
        return count(Optional.empty());
    }

    public Answer<Long> count(Optional<JsonNode> filter) throws InterruptedException {
        ObjectNode body = QdrantJson.object().put("exact", true);
        filter.ifPresent(condition -> body.set("filter", condition));
        return caller.post(path("count"), body, ResultReader.ofFields(fields -> fields.number("count")));
    }

    /**
     * The nearest points.
     *
     * @param vector the query; a dense vector
     * @param using the vector's name, empty for the unnamed one
     */
    public Answer<List<ScoredPoint>> query(JsonNode vector, Optional<String> using, int limit)
            throws InterruptedException {
        ObjectNode body = QdrantJson.object().put("limit", limit).put("with_payload", true);
        body.set("query", vector);
        using.ifPresent(name -> body.put("using", name));
        return query(body);
    }

    /** Any query, as in Qdrant's REST interface. */
    public Answer<List<ScoredPoint>> query(ObjectNode body) throws InterruptedException {
        return caller.post(
                path("query"), body, ResultReader.ofFields(fields -> fields.list("points", ScoredPoint::read)));
    }

    private static ObjectNode withIds(String field, Collection<PointId> ids) {
        ObjectNode body = QdrantJson.object();
        ArrayNode list = body.putArray(field);
        ids.forEach(id -> list.add(id.toJson()));
        return body;
    }

    private ResourcePath path(String... call) {
        List<String> segments = new ArrayList<>(home);
        segments.add("points");
        segments.addAll(List.of(call));
        return ResourcePath.of(segments.toArray(String[]::new));
    }
}
