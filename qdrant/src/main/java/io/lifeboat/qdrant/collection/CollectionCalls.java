package io.lifeboat.qdrant.collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.answer.ResultReader;
import io.lifeboat.qdrant.call.Caller;
import io.lifeboat.qdrant.transport.ResourcePath;
import java.math.BigInteger;
import java.util.List;

/** Calls about collections. A name may be an alias, except in {@link #create} and {@link #delete}. */
public record CollectionCalls(Caller caller) {
    private static final String COLLECTIONS = "collections";

    /** All names, sorted here: the server's order differs between releases. */
    public Answer<List<String>> list() throws InterruptedException {
        return caller.get(
                ResourcePath.of(COLLECTIONS),
                ResultReader.ofFields(fields -> fields.list(COLLECTIONS, entry -> entry.text("name")).stream()
                        .sorted()
                        .toList()));
    }

    public Answer<CollectionInfo> get(String name) throws InterruptedException {
        return caller.get(ResourcePath.of(COLLECTIONS, name), ResultReader.ofFields(CollectionInfo::read));
    }

    /** True for a collection that cannot be read, too. */
    public Answer<Boolean> exists(String name) throws InterruptedException {
        return caller.get(
                ResourcePath.of(COLLECTIONS, name, "exists"), ResultReader.ofFields(fields -> fields.flag("exists")));
    }

    /**
     * Creates a collection.
     *
     * @param settings as in {@code PUT /collections/x}: not the config that {@link #get} reports, which would be taken
     *     with 200 and make a collection without vectors (case 04), and is refused here
     */
    public Answer<Boolean> create(String name, ObjectNode settings) throws InterruptedException {
        if (settings.has("params")) {
            throw new IllegalArgumentException(
                    "settings of collection " + name + ": expected a creation request, found a reported config");
        }
        return caller.put(ResourcePath.of(COLLECTIONS, name), settings, ResultReader.ofFlag());
    }

    /** False if there was none. Its aliases go with it; its snapshot files stay, out of reach. */
    public Answer<Boolean> delete(String name) throws InterruptedException {
        return caller.delete(ResourcePath.of(COLLECTIONS, name), ResultReader.ofFlag());
    }

    /** Where its shards are, as this node sees it. A dummy shard reads Active with 0 points here. */
    public Answer<CollectionCluster> cluster(String name) throws InterruptedException {
        return caller.get(
                ResourcePath.of(COLLECTIONS, name, "cluster"), ResultReader.ofFields(CollectionCluster::read));
    }

    /** Creates a payload index and waits for it; {@code schema} as {@code keyword} or {@code integer}. */
    public Answer<Boolean> createIndex(String name, String field, String schema) throws InterruptedException {
        return createIndex(name, field, JsonNodeFactory.instance.textNode(schema));
    }

    /**
     * Creates a payload index and waits for it.
     *
     * @param schema as {@code payload_index.json} of a snapshot or an index request has it: a name, or an object with parameters
     */
    public Answer<Boolean> createIndex(String name, String field, JsonNode schema) throws InterruptedException {
        ObjectNode body = QdrantJson.object().put("field_name", field);
        body.set("field_schema", schema);
        return caller.put(
                ResourcePath.of(COLLECTIONS, name, "index").with("wait", true),
                body,
                ResultReader.ofFields(fields -> fields.text("status").equals("completed")));
    }

    /** Deletes a payload index and waits for it; true also where there was none. */
    public Answer<Boolean> deleteIndex(String name, String field) throws InterruptedException {
        return caller.delete(
                ResourcePath.of(COLLECTIONS, name, "index", field).with("wait", true),
                ResultReader.ofFields(fields -> fields.text("status").equals("completed")));
    }

    /** Creates a shard key; the order of creation gives the shard ids (case 41). A standalone node refuses. */
    public Answer<Boolean> createShardKey(String name, JsonNode key) throws InterruptedException {
        ObjectNode body = QdrantJson.object();
        body.set("shard_key", key);
        return caller.put(shardKeys(name), body, ResultReader.ofFlag());
    }

    /** The same, with so many shards that have so many replicas each. */
    public Answer<Boolean> createShardKey(String name, JsonNode key, int shards, int replicas)
            throws InterruptedException {
        ObjectNode body = QdrantJson.object().put("shards_number", shards).put("replication_factor", replicas);
        body.set("shard_key", key);
        return caller.put(shardKeys(name), body, ResultReader.ofFlag());
    }

    /**
     * Begins to copy a shard to a peer that has no replica of it, files and indexes as they are. True means that the cluster has
     * agreed to do it: look at {@link #cluster} for what becomes of it.
     *
     * @param from peer id
     * @param to peer id
     */
    public Answer<Boolean> replicate(String name, long shard, String from, String to) throws InterruptedException {
        ObjectNode body = QdrantJson.object();
        body.putObject("replicate_shard")
                .put("shard_id", shard)
                .put("from_peer_id", new BigInteger(from))
                .put("to_peer_id", new BigInteger(to))
                .put("method", "snapshot");
        return caller.post(ResourcePath.of(COLLECTIONS, name, "cluster"), body, ResultReader.ofFlag());
    }

    /** Says how many replicas a shard is to have, and how many must confirm a write. It makes none and removes none. */
    public Answer<Boolean> setReplicas(String name, int replicas, int confirming) throws InterruptedException {
        ObjectNode body = QdrantJson.object();
        body.putObject("params").put("replication_factor", replicas).put("write_consistency_factor", confirming);
        return caller.patch(ResourcePath.of(COLLECTIONS, name), body, ResultReader.ofFlag());
    }

    private static ResourcePath shardKeys(String name) {
        return ResourcePath.of(COLLECTIONS, name, "shards");
    }
}
