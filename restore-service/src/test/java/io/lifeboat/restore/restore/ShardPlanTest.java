package io.lifeboat.restore.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.backup.CollectionRecord;
import io.lifeboat.backup.Piece;
import io.lifeboat.events.serde.Json;
import io.lifeboat.qdrant.answer.QdrantJson;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShardPlanTest {
    private static final URI NODE = URI.create("http://n1:6333");
    private static final JsonNode EU = Json.mapper().getNodeFactory().textNode("eu");
    private static final JsonNode US = Json.mapper().getNodeFactory().textNode("us");

    private static ObjectNode config(int shards, boolean custom) {
        ObjectNode config = QdrantJson.object();
        ObjectNode params = config.putObject("params");
        params.putObject("vectors").put("size", 4).put("distance", "Dot");
        params.put("shard_number", shards).put("replication_factor", 3).put("write_consistency_factor", 2);
        if (custom) {
            params.put("sharding_method", "custom");
        }
        return config;
    }

    private static Piece shard(long number, @Nullable JsonNode key) {
        return Piece.shard(number, key == null ? null : key.toString(), "docs.shard-" + number + ".snapshot", NODE);
    }

    private static CollectionRecord docs(ObjectNode config, List<Piece> pieces) {
        return new CollectionRecord("docs", 10, 10, true, null, List.of(), config, QdrantJson.object(), pieces);
    }

    private static CollectionRecord auto(int shards, Long... kept) {
        List<Piece> pieces = new ArrayList<>();
        for (long number : kept) {
            pieces.add(shard(number, null));
        }
        return docs(config(shards, false), pieces);
    }

    private static SortedMap<Long, Optional<JsonNode>> created(Map<Long, JsonNode> keys) {
        SortedMap<Long, Optional<JsonNode>> created = new TreeMap<>();
        keys.forEach((shard, key) -> created.put(shard, Optional.of(key)));
        return created;
    }

    @Test
    void shouldCreateOneReplicaAndRememberHowManyThereWere() throws Exception {
        ShardPlan plan = ShardPlan.of(auto(2, 0L, 1L));

        assertThat(plan.body().settings().path("replication_factor").asInt()).isEqualTo(1);
        assertThat(plan.body().settings().path("write_consistency_factor").asInt())
                .isEqualTo(1);
        assertThat(plan.body().settings().path("shard_number").asInt()).isEqualTo(2);
        assertThat(plan.replicas()).isEqualTo(3);
        assertThat(plan.confirming()).isEqualTo(2);
        assertThat(plan.places(new TreeMap<>(Map.of(0L, Optional.empty(), 1L, Optional.empty()))))
                .isEqualTo(Map.of(0L, 0L, 1L, 1L));
    }

    @Test
    void shouldRefuseWhenAShardIsNotInTheBackup() {
        assertThatThrownBy(() -> ShardPlan.of(auto(3, 0L, 2L)))
                .hasMessage("expected snapshots of shards [0, 1, 2], found those of [0, 2]");
    }

    @Test
    void shouldRefuseWhenAShardIsThereTwiceOrInALink() {
        assertThatThrownBy(() -> ShardPlan.of(auto(2, 0L, 0L))).hasMessageStartingWith("expected one snapshot of each");
        Piece link = new Piece(Piece.Form.PARTIAL, 1L, null, "docs.shard-1.partial", null, NODE);
        assertThatThrownBy(() -> ShardPlan.of(docs(config(2, false), List.of(shard(0, null), link))))
                .hasMessageStartingWith("expected one snapshot of each");
    }

    @Test
    void shouldRefuseAConfigThatIsNone() {
        assertThatThrownBy(() -> ShardPlan.of(docs(QdrantJson.object(), List.of(shard(0, null)))))
                .hasMessageStartingWith("its recorded config cannot be used: ");
    }

    @Test
    void shouldPutTheOnlyShardOfAKeyWhereThatKeyIsNow() throws Exception {
        ShardPlan plan = ShardPlan.of(docs(config(1, true), List.of(shard(2, EU), shard(4, US))));

        assertThat(plan.keys()).containsExactly(Map.entry(EU, List.of(2L)), Map.entry(US, List.of(4L)));
        assertThat(plan.places(created(Map.of(1L, EU, 2L, US)))).isEqualTo(Map.of(2L, 1L, 4L, 2L));
    }

    /** Which of a key's shards a point is in follows from their numbers. */
    @Test
    void shouldRefuseOtherNumbersWhereAKeyHasSeveralShards() throws Exception {
        ShardPlan plan = ShardPlan.of(docs(config(2, true), List.of(shard(3, EU), shard(4, EU))));

        assertThat(plan.places(created(Map.of(3L, EU, 4L, EU)))).isEqualTo(Map.of(3L, 3L, 4L, 4L));
        assertThatThrownBy(() -> plan.places(created(Map.of(1L, EU, 2L, EU))))
                .hasMessageContaining("its points would be looked for in the wrong ones");
    }

    @Test
    void shouldRefuseCustomShardingWithoutKeys() {
        assertThatThrownBy(() -> ShardPlan.of(docs(config(1, true), List.of(shard(1, null)))))
                .hasMessage("expected the shard key of docs.shard-1.snapshot, found none");
    }
}
