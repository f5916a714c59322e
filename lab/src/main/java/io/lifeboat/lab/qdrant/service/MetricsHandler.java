package io.lifeboat.lab.qdrant.service;

import io.lifeboat.lab.qdrant.http.Answer;
import io.lifeboat.lab.qdrant.http.Call;
import io.lifeboat.lab.qdrant.http.Route;
import io.lifeboat.lab.qdrant.store.Collection;
import io.lifeboat.lab.qdrant.store.ShardState;
import io.lifeboat.lab.qdrant.store.Storage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code GET /metrics}: those of Qdrant's metrics that disaster recovery reads (facts, A.1). No process metrics. */
public final class MetricsHandler {
    private final String version;
    private final boolean recoveryMode;
    private final Storage storage;
    private final RequestCounts counts;

    public MetricsHandler(String version, boolean recoveryMode, Storage storage, RequestCounts counts) {
        this.version = version;
        this.recoveryMode = recoveryMode;
        this.storage = storage;
        this.counts = counts;
    }

    public List<Route> routes() {
        return List.of(Route.read("GET", "/metrics", this::metrics));
    }

    private Answer metrics(Call call) {
        StringBuilder text = new StringBuilder(1024);
        List<Collection> collections = storage.collections();
        line(text, "app_info{name=\"qdrant\",version=\"" + version + "\"}", 1);
        line(text, "app_status_recovery_mode", recoveryMode ? 1 : 0);
        line(text, "collections_total", collections.size());
        line(
                text,
                "collections_vector_total",
                collections.stream().mapToLong(MetricsHandler::vectors).sum());
        int replicas = collections.isEmpty() ? 0 : 1;
        line(text, "collection_active_replicas_min", replicas);
        line(text, "collection_active_replicas_max", replicas);
        line(text, "collection_dead_replicas", 0);
        line(text, "cluster_enabled", 0);
        collections.forEach(collection -> ofCollection(text, collection));
        requests(text, call.request().flag("per_collection", false));
        return Answer.Text.ok(text.toString());
    }

    private static void ofCollection(StringBuilder text, Collection collection) {
        String id = "{id=\"" + collection.name() + "\"}";
        VectorCounts.of(collection).forEach((name, count) -> {
            String vector = "vector=\"" + name + "\"}";
            line(text, "collection_vectors{collection=\"" + collection.name() + "\"," + vector, count);
            line(text, "collection_indexed_only_excluded_points{id=\"" + collection.name() + "\"," + vector, 0);
        });
        line(text, "collection_points" + id, readable(collection) ? collection.size() : 0);
        line(text, "snapshot_created_total" + id, collection.snapshotsCreated().get());
        line(text, "collection_hardware_metric_payload_io_write" + id, collection.payloadBytesWritten());
        line(text, "collection_hardware_metric_vector_io_write" + id, collection.vectorBytesWritten());
        for (String zero : List.of(
                "collection_hardware_metric_cpu",
                "collection_hardware_metric_payload_io_read",
                "collection_hardware_metric_payload_index_io_read",
                "collection_hardware_metric_payload_index_io_write",
                "collection_hardware_metric_vector_io_read",
                "collection_running_optimizations",
                "snapshot_creation_running",
                "snapshot_recovery_running",
                "collection_shard_transfer_incoming",
                "collection_shard_transfer_outgoing",
                "collection_update_queue_length",
                "collection_update_queue_deferred_points")) {
            line(text, zero + id, 0);
        }
    }

    private void requests(StringBuilder text, boolean perCollection) {
        Map<String, Long> sums = new TreeMap<>();
        counts.all().forEach((key, count) -> {
            String which = perCollection ? ",collection=\"" + key.collection() + "\"" : "";
            String name = "rest_responses_total{method=\"" + key.method() + "\",endpoint=\"" + key.endpoint()
                    + "\",status=\"" + key.status() + "\"" + which + "}";
            sums.merge(name, count.sum(), Long::sum);
        });
        sums.forEach((name, count) -> line(text, name, count));
    }

    private static boolean readable(Collection collection) {
        return collection.state() instanceof ShardState.Local;
    }

    private static long vectors(Collection collection) {
        return VectorCounts.of(collection).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static void line(StringBuilder text, String name, long value) {
        text.append(name).append(' ').append(value).append('\n');
    }
}
