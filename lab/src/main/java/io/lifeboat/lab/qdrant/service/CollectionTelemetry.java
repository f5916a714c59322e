package io.lifeboat.lab.qdrant.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.store.Collection;
import io.lifeboat.lab.qdrant.store.PeerId;
import io.lifeboat.lab.qdrant.store.Shard;
import io.lifeboat.lab.qdrant.store.ShardState;
import java.time.Instant;
import java.util.Map;

/** One collection in the telemetry; each level adds to the one before, but for level 1, which sums up. */
final class CollectionTelemetry {
    private CollectionTelemetry() {}

    static ObjectNode of(Collection collection, int level, PeerId peer) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (level == 1) {
            long vectors = VectorCounts.of(collection).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            node.put("vectors", vectors).put("optimizers_status", "ok");
            node.set("params", collection.config().reported().get("params"));
            return node;
        }
        node.put("id", collection.name()).put("init_time_ms", 1);
        ObjectNode config = collection.config().reported().deepCopy();
        node.set("config", config.putNull("uuid"));
        if (level >= 3) {
            ArrayNode shards = node.putArray("shards");
            collection.shards().forEach(shard -> shards.add(shard(collection, shard, level, peer)));
            node.putArray("transfers");
            node.putArray("resharding");
        }
        return node;
    }

    private static ObjectNode shard(Collection collection, Shard shard, int level, PeerId peer) {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("id", shard.number()).putNull("key");
        node.set(
                "local",
                switch (shard.state()) {
                    case ShardState.Dummy dummy -> dummy();
                    case ShardState.Unloaded unloaded -> dummy();
                    case ShardState.Replaced replaced -> JsonNodeFactory.instance.nullNode();
                    case ShardState.Local local -> local(collection, shard, level);
                });
        node.putArray("remote");
        node.putObject("replicate_states").put(peer.toString(), "Active");
        node.set("partial_snapshot", shard.partial().json());
        return node;
    }

    /** Its name is the only thing that tells: the status of a dummy is green. */
    private static ObjectNode dummy() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("variant_name", "dummy shard")
                .put("status", "green")
                .put("total_optimized_points", 0)
                .putNull("optimizations");
    }

    private static ObjectNode local(Collection collection, Shard shard, int level) {
        Map<String, Long> vectors = VectorCounts.of(collection.config(), shard);
        ObjectNode local = JsonNodeFactory.instance
                .objectNode()
                .put("variant_name", "local shard")
                .put("status", "green")
                .put("total_optimized_points", 0)
                .put("vectors_size_bytes", shard.storedVectorBytes())
                .put("payloads_size_bytes", shard.storedPayloadBytes())
                .put("num_points", shard.segments().size())
                .put(
                        "num_vectors",
                        vectors.values().stream().mapToLong(Long::longValue).sum());
        ObjectNode byName = local.putObject("num_vectors_by_name");
        vectors.forEach(byName::put);
        if (level >= 4) {
            local.set("segments", SegmentTelemetry.of(collection, shard));
            ObjectNode excluded = local.putObject("indexed_only_excluded_vectors");
            vectors.keySet().forEach(name -> excluded.put(name, 0));
        }
        local.set("optimizations", optimizations(level));
        local.put("async_scorer", false);
        local.putObject("update_queue").put("length", 0).put("op_num", shard.lastOperation());
        return local;
    }

    private static ObjectNode optimizations(int level) {
        ObjectNode optimizations = JsonNodeFactory.instance.objectNode().put("status", "ok");
        optimizations
                .putObject("optimizations")
                .put("count", 0)
                .put("total_duration_micros", 0)
                .put("last_responded", Instant.now().toString());
        if (level >= 4) {
            optimizations.putArray("log");
        }
        return optimizations;
    }
}
