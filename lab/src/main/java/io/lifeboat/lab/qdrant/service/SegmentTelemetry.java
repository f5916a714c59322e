package io.lifeboat.lab.qdrant.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.segment.Segment;
import io.lifeboat.lab.qdrant.segment.SegmentKind;
import io.lifeboat.lab.qdrant.store.Collection;
import io.lifeboat.lab.qdrant.store.Shard;
import java.util.Map;

/** The segments of a shard as the telemetry shows them. */
final class SegmentTelemetry {
    private SegmentTelemetry() {}

    static ArrayNode of(Collection collection, Shard shard) {
        ArrayNode segments = JsonNodeFactory.instance.arrayNode();
        shard.segments().list().forEach(segment -> segments.add(segment(collection, segment)));
        return segments;
    }

    private static ObjectNode segment(Collection collection, Segment of) {
        boolean appendable = of.kind() == SegmentKind.APPENDABLE;
        Map<String, Long> vectors = VectorCounts.of(collection.config(), of);
        ObjectNode segment = JsonNodeFactory.instance.objectNode();
        ObjectNode info = segment.putObject("info")
                .put("uuid", of.id().toString())
                .put("segment_type", appendable ? "plain" : "indexed")
                .put(
                        "num_vectors",
                        vectors.values().stream().mapToLong(Long::longValue).sum())
                .put("num_points", of.size());
        for (String zero : new String[] {
            "num_deferred_points", "num_deleted_deferred_points", "num_indexed_vectors", "num_deleted_vectors"
        }) {
            info.put(zero, 0);
        }
        info.put("vectors_size_bytes", Shard.vectorBytes(of.points()))
                .put("payloads_size_bytes", Shard.payloadBytes(of.points()));
        info.put("ram_usage_bytes", 0).put("disk_usage_bytes", 0).put("is_appendable", appendable);
        info.putObject("index_schema");
        ObjectNode data = info.putObject("vector_data");
        vectors.forEach((name, count) -> data.putObject(name)
                .put("num_vectors", count)
                .put("num_indexed_vectors", 0)
                .put("num_deleted_vectors", 0));
        segment.set("config", collection.shape().configOf(of.kind()));
        ArrayNode searches = segment.putArray("vector_index_searches");
        vectors.keySet().forEach(name -> searches.addObject().put("index_name", name));
        segment.putArray("payload_field_indices");
        return segment;
    }
}
