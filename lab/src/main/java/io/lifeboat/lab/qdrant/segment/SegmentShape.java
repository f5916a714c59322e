package io.lifeboat.lab.qdrant.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.store.CollectionConfig;
import java.util.Map;
import java.util.TreeMap;

/** What a collection asks of its segments: vectors by name, where payloads lie, and payload indexes. */
public record SegmentShape(CollectionConfig config, Map<String, JsonNode> indexes) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    public SegmentShape {
        indexes = Map.copyOf(indexes);
    }

    /** The {@code config} of a segment, in its {@code segment.json} and in the telemetry. */
    public ObjectNode configOf(SegmentKind kind) {
        ObjectNode segment = JSON.objectNode();
        ObjectNode data = segment.putObject("vector_data");
        config.dense().forEach((name, space) -> {
            ObjectNode vector = data.putObject(name)
                    .put("size", space.size())
                    .put("distance", space.distance().text())
                    .put("storage_type", storage(kind));
            vector.putObject("index").put("type", "plain").putObject("options");
            vector.putNull("quantization_config");
        });
        if (!config.sparse().isEmpty()) {
            ObjectNode sparse = segment.putObject("sparse_vector_data");
            config.sparse()
                    .forEach(name -> sparse.putObject(name)
                            .put("storage_type", "mmap")
                            .putObject("index")
                            .put("index_type", kind == SegmentKind.APPENDABLE ? "MutableRam" : "Mmap"));
        }
        segment.putObject("payload_storage_type").put("type", onDiskPayload() ? "mmap" : "in_ram_mmap");
        return segment;
    }

    private static String storage(SegmentKind kind) {
        return switch (kind) {
            case APPENDABLE -> "InRamChunkedMmap";
            case OPTIMISED -> "Mmap";
        };
    }

    private boolean onDiskPayload() {
        return config.reported().path("params").path("on_disk_payload").asBoolean(true);
    }

    ObjectNode payloadIndexes() {
        ObjectNode node = JSON.objectNode();
        ObjectNode fields = node.putObject("indexed_fields");
        new TreeMap<>(indexes).forEach(fields::set);
        return node;
    }
}
