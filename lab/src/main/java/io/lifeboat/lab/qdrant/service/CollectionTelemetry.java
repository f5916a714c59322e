package io.lifeboat.lab.qdrant.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.store.Collection;
import io.lifeboat.lab.qdrant.store.PeerId;
import io.lifeboat.lab.qdrant.store.ShardState;
import java.time.Instant;
import java.util.Map;

/** One collection in the telemetry; each level adds to the one before, but for level 1, which sums up. */
final class CollectionTelemetry {
    private CollectionTelemetry() {}

    static ObjectNode of(Collection collection, int level, PeerId peer) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (level == 1) {
            long vectors = MetricsHandler.vectorsByName(collection).values().stream()
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
            node.putArray("shards").add(shard(collection, level, peer));
            node.putArray("transfers");
            node.putArray("resharding");
        }
        return node;
    }

    private static ObjectNode shard(Collection collection, int level, PeerId peer) {
        ObjectNode shard = JsonNodeFactory.instance.objectNode().put("id", 0).putNull("key");
        shard.set(
                "local",
                switch (collection.state()) {
                    case ShardState.Dummy dummy -> dummy();
                    case ShardState.Local local -> local(collection, level);
                });
        shard.putArray("remote");
        shard.putObject("replicate_states").put(peer.toString(), "Active");
        shard.putObject("partial_snapshot")
                .put("ongoing_create_snapshot_requests", 0)
                .put("is_recovering", false)
                .put("recovery_timestamp", 0);
        return shard;
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

    private static ObjectNode local(Collection collection, int level) {
        Map<String, Long> vectors = MetricsHandler.vectorsByName(collection);
        ObjectNode local = JsonNodeFactory.instance
                .objectNode()
                .put("variant_name", "local shard")
                .put("status", "green")
                .put("total_optimized_points", 0)
                .put("vectors_size_bytes", collection.storedVectorBytes())
                .put("payloads_size_bytes", collection.storedPayloadBytes())
                .put("num_points", collection.size())
                .put(
                        "num_vectors",
                        vectors.values().stream().mapToLong(Long::longValue).sum());
        ObjectNode byName = local.putObject("num_vectors_by_name");
        vectors.forEach(byName::put);
        if (level >= 4) {
            local.set("segments", SegmentTelemetry.of(collection, vectors));
            ObjectNode excluded = local.putObject("indexed_only_excluded_vectors");
            vectors.keySet().forEach(name -> excluded.put(name, 0));
        }
        local.set("optimizations", optimizations(level));
        local.put("async_scorer", false);
        local.putObject("update_queue").put("length", 0).put("op_num", collection.lastOperation());
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
