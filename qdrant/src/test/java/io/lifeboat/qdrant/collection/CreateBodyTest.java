package io.lifeboat.qdrant.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lifeboat.qdrant.answer.WrongShape;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CreateBodyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a real server reports of a collection, and what had been asked of it. */
    @Test
    void saysAllThatTheReportSays() throws IOException {
        CreateBody body = CreateBody.of(reported());

        assertThat(body.settings()).isEqualTo(JSON.readTree("""
                {
                  "vectors": {
                    "img": {"size": 2, "distance": "Euclid", "on_disk": true},
                    "text": {"size": 3, "distance": "Cosine"}
                  },
                  "sparse_vectors": {"bm25": {}},
                  "shard_number": 2,
                  "replication_factor": 1,
                  "write_consistency_factor": 1,
                  "on_disk_payload": false,
                  "hnsw_config": {
                    "m": 8, "ef_construct": 100, "full_scan_threshold": 10000, "max_indexing_threads": 0, "on_disk": false
                  },
                  "optimizers_config": {
                    "deleted_threshold": 0.2, "vacuum_min_vector_number": 1000, "default_segment_number": 0,
                    "indexing_threshold": 10000, "flush_interval_sec": 5
                  },
                  "wal_config": {"wal_capacity_mb": 32, "wal_segments_ahead": 0, "wal_retain_closed": 1},
                  "quantization_config": {"scalar": {"type": "int8"}},
                  "metadata": {"team": "search"}
                }
                """));
        assertThat(body.leftOut()).isEmpty();
        assertThat(body.isCustomSharded()).isFalse();
    }

    @Test
    void namesWhatCannotBeSaidAtCreation() throws IOException {
        CreateBody body = CreateBody.of(JSON.readTree("""
                {"params": {"vectors": {"size": 4, "distance": "Dot"}, "sharding_method": "custom", "read_fan_out_factor": 2},
                 "uuid": "5f3", "quantization_config": null, "of_tomorrow": {"a": 1}}
                """));

        assertThat(body.leftOut()).containsExactlyInAnyOrder("params.read_fan_out_factor", "of_tomorrow");
        assertThat(body.settings()).isEqualTo(JSON.readTree("""
                {"vectors": {"size": 4, "distance": "Dot"}, "sharding_method": "custom"}
                """));
        assertThat(body.isCustomSharded()).isTrue();
    }

    @Test
    void changesTheReplicasForAServerOfAnotherShape() throws IOException {
        JsonNode config = JSON.readTree("""
                {"params": {"vectors": {"size": 4, "distance": "Dot"}, "replication_factor": 3, "write_consistency_factor": 2}}
                """);

        CreateBody one = CreateBody.of(config).withReplicas(1);

        assertThat(one.settings().path("replication_factor").asInt()).isEqualTo(1);
        assertThat(one.settings().path("write_consistency_factor").asInt()).isEqualTo(1);
        assertThatThrownBy(() -> one.withReplicas(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("replicas: expected 1 or more, found 0");
    }

    @Test
    void refusesWhatIsNoReportedConfig() {
        assertThatThrownBy(() -> CreateBody.of(JSON.createObjectNode().put("vectors", 4)))
                .isInstanceOf(WrongShape.class)
                .hasMessageContaining("config.params.vectors");
    }

    private static JsonNode reported() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                CreateBodyTest.class.getResourceAsStream("/contract/03-collection-lifecycle.json"))) {
            for (JsonNode step : JSON.readTree(in).path("steps")) {
                JsonNode config =
                        step.path("response").path("body").path("result").path("config");
                if (config.path("metadata").has("team")) {
                    return config;
                }
            }
        }
        throw new AssertionError("the recording has no such report");
    }
}
