package io.lifeboat.lab.qdrant.collections;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a default Qdrant 1.18.3 configures where a request says nothing (case 03). */
final class Defaults {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Defaults() {}

    static ObjectNode hnsw() {
        return JSON.objectNode()
                .put("m", 16)
                .put("ef_construct", 100)
                .put("full_scan_threshold", 10000)
                .put("max_indexing_threads", 0)
                .put("on_disk", false);
    }

    static ObjectNode optimizer() {
        return JSON.objectNode()
                .put("deleted_threshold", 0.2)
                .put("vacuum_min_vector_number", 1000)
                .put("default_segment_number", 0)
                .putNull("max_segment_size")
                .putNull("memmap_threshold")
                .put("indexing_threshold", 10000)
                .put("flush_interval_sec", 5)
                .putNull("max_optimization_threads")
                .putNull("prevent_unoptimized");
    }

    static ObjectNode wal() {
        return JSON.objectNode()
                .put("wal_capacity_mb", 32)
                .put("wal_segments_ahead", 0)
                .put("wal_retain_closed", 1);
    }
}
