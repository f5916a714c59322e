package io.lifeboat.lab.qdrant.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.http.Answer;
import io.lifeboat.lab.qdrant.http.Call;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.http.Route;
import io.lifeboat.lab.qdrant.store.Collection;
import io.lifeboat.lab.qdrant.store.Storage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** {@code GET /telemetry} at its levels 0 to 4 (cases 24, 26 and 33). */
public final class TelemetryHandler {
    private final UUID id = UUID.randomUUID();
    private final Instant startup;
    private final String version;
    private final boolean recoveryMode;
    private final Storage storage;
    private final RequestCounts counts;

    /** @param startup when the process started */
    public TelemetryHandler(
            Instant startup, String version, boolean recoveryMode, Storage storage, RequestCounts counts) {
        this.startup = startup;
        this.version = version;
        this.recoveryMode = recoveryMode;
        this.storage = storage;
        this.counts = counts;
    }

    public List<Route> routes() {
        return List.of(Route.read("GET", "/telemetry", this::telemetry));
    }

    private Answer telemetry(Call call) {
        int level = level(call.request().query().getOrDefault("details_level", "0"));
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("id", id.toString());
        result.set("app", app(level));
        result.set("collections", collections(level));
        result.set("cluster", cluster(level));
        result.set("requests", requests());
        if (level >= 1) {
            result.putObject("memory")
                    .put("resident_bytes", Runtime.getRuntime().totalMemory());
            result.putObject("hardware").set("collection_data", hardware());
            result.putObject("search_pool")
                    .put("mode", "high_io")
                    .put("high_cpu_threads", 2)
                    .put("high_io_threads", 8);
        }
        return new Answer.Result(result);
    }

    private static int level(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw QdrantError.bare("Deserialize error in query parameters: invalid digit found in string");
        }
    }

    private ObjectNode app(int level) {
        ObjectNode app =
                JsonNodeFactory.instance.objectNode().put("name", "qdrant").put("version", version);
        if (level >= 1) {
            app.putObject("features")
                    .put("debug", false)
                    .put("service_debug_feature", false)
                    .put("recovery_mode", recoveryMode)
                    .put("gpu", false)
                    .put("rocksdb", false)
                    .put("staging", false);
            app.putObject("runtime_features")
                    .put("all", false)
                    .put("incremental_hnsw_building", true)
                    .put("appendable_quantization", true)
                    .put("single_file_mmap_vector_storage", false);
            app.put("low_memory_mode", "disabled");
            app.putObject("hnsw_global_config").put("healing_threshold", 0.3);
            app.putObject("system").put("distribution", System.getProperty("os.name"));
        }
        return app.put("startup", startup.toString());
    }

    private ObjectNode collections(int level) {
        List<Collection> all = storage.collections();
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("number_of_collections", all.size());
        if (level >= 1) {
            ArrayNode list = node.putArray("collections");
            all.forEach(collection -> list.add(CollectionTelemetry.of(collection, level, storage.peer())));
            ArrayNode snapshots = node.putArray("snapshots");
            if (level >= 2) {
                all.forEach(collection -> snapshots.add(snapshots(collection)));
            }
        }
        return node;
    }

    private static ObjectNode snapshots(Collection collection) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", collection.name())
                .put("running_snapshots", 0)
                .put("running_snapshot_recovery", 0)
                .put("total_snapshot_creations", collection.snapshotsCreated().get());
    }

    private static ObjectNode cluster(int level) {
        ObjectNode cluster = JsonNodeFactory.instance.objectNode().put("enabled", false);
        if (level >= 2) {
            ObjectNode config = cluster.putObject("config").put("grpc_timeout_ms", 60000);
            config.putObject("p2p").put("connection_pool_size", 2);
            config.putObject("consensus")
                    .put("max_message_queue_size", 100)
                    .put("tick_period_ms", 100)
                    .put("bootstrap_timeout_sec", 15);
        }
        return cluster.put("resharding_enabled", false);
    }

    private ObjectNode requests() {
        ObjectNode requests = JsonNodeFactory.instance.objectNode();
        ObjectNode responses = requests.putObject("rest").putObject("responses");
        counts.all()
                .forEach((key, count) -> responses
                        .withObject("/"
                                + (key.method() + " " + key.endpoint())
                                        .replace("~", "~0")
                                        .replace("/", "~1"))
                        .withObject("/" + key.status())
                        .put("count", count.sum()));
        requests.putObject("grpc").putObject("responses");
        return requests;
    }

    private ObjectNode hardware() {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        storage.collections()
                .forEach(collection -> data.putObject(collection.name())
                        .put("cpu", 0)
                        .put("payload_io_read", 0)
                        .put("payload_io_write", collection.payloadBytesWritten())
                        .put("payload_index_io_read", 0)
                        .put("payload_index_io_write", 0)
                        .put("vector_io_read", 0)
                        .put("vector_io_write", collection.vectorBytesWritten()));
        return data;
    }
}
