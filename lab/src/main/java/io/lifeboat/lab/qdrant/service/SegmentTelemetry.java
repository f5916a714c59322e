package io.lifeboat.lab.qdrant.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.store.Collection;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The two segments that Qdrant makes for a small shard: here one holds everything and the other nothing. */
final class SegmentTelemetry {
    private SegmentTelemetry() {}

    static ArrayNode of(Collection collection, Map<String, Long> vectors) {
        Map<String, Long> none = new TreeMap<>(vectors);
        none.replaceAll((name, count) -> 0L);
        ArrayNode segments = JsonNodeFactory.instance.arrayNode();
        segments.add(segment(
                collection,
                uuid(collection, "full"),
                vectors,
                collection.size(),
                collection.storedVectorBytes(),
                collection.storedPayloadBytes()));
        segments.add(segment(collection, uuid(collection, "empty"), none, 0, 0, 0));
        return segments;
    }

    private static ObjectNode segment(
            Collection collection,
            String uuid,
            Map<String, Long> vectors,
            long points,
            long vectorBytes,
            long payloadBytes) {
        ObjectNode segment = JsonNodeFactory.instance.objectNode();
        ObjectNode info = segment.putObject("info")
                .put("uuid", uuid)
                .put("segment_type", "plain")
                .put(
                        "num_vectors",
                        vectors.values().stream().mapToLong(Long::longValue).sum())
                .put("num_points", points);
        for (String zero : new String[] {
            "num_deferred_points", "num_deleted_deferred_points", "num_indexed_vectors", "num_deleted_vectors"
        }) {
            info.put(zero, 0);
        }
        info.put("vectors_size_bytes", vectorBytes).put("payloads_size_bytes", payloadBytes);
        info.put("ram_usage_bytes", 0).put("disk_usage_bytes", 0).put("is_appendable", true);
        info.putObject("index_schema");
        ObjectNode data = info.putObject("vector_data");
        vectors.forEach((name, count) -> data.putObject(name)
                .put("num_vectors", count)
                .put("num_indexed_vectors", 0)
                .put("num_deleted_vectors", 0));
        segment.set("config", config(collection));
        ArrayNode searches = segment.putArray("vector_index_searches");
        vectors.keySet().forEach(name -> searches.addObject().put("index_name", name));
        segment.putArray("payload_field_indices");
        return segment;
    }

    /** Always the same one for a collection, as segments keep theirs. */
    private static String uuid(Collection collection, String which) {
        String seed = collection.name() + "/" + which;
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static ObjectNode config(Collection collection) {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        ObjectNode data = config.putObject("vector_data");
        collection.config().dense().forEach((name, space) -> {
            ObjectNode vector = data.putObject(name)
                    .put("size", space.size())
                    .put("distance", space.distance().text())
                    .put("storage_type", "InRamChunkedMmap");
            vector.putObject("index").put("type", "plain").putObject("options");
            vector.putNull("quantization_config");
        });
        config.putObject("payload_storage_type").put("type", "mmap");
        return config;
    }
}
