package io.lifeboat.qdrant.collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.answer.WrongShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A reported config as a creation request. The two differ in names and nesting, and the server takes a reported one with 200 and
 * makes a collection without vectors of it (case 04), so it is never sent as it is. By the source of 1.18.3: {@code CollectionConfig}
 * and {@code CreateCollection}.
 *
 * @param settings for {@link CollectionCalls#create}
 * @param leftOut paths of what stood in the report and can not be said at creation, or is not known here
 */
public record CreateBody(ObjectNode settings, List<String> leftOut) {
    private static final List<String> PARAMS = List.of(
            "vectors",
            "sparse_vectors",
            "shard_number",
            "sharding_method",
            "replication_factor",
            "write_consistency_factor",
            "on_disk_payload");
    private static final Map<String, String> SECTIONS = Map.of(
            "hnsw_config", "hnsw_config",
            "optimizer_config", "optimizers_config",
            "wal_config", "wal_config",
            "quantization_config", "quantization_config",
            "strict_mode_config", "strict_mode_config",
            "metadata", "metadata");
    /** Says which collection of a cluster's consensus it was: a new one has its own. */
    private static final String UUID = "uuid";

    public CreateBody {
        settings = settings.deepCopy();
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Translates.
     *
     * @param config as {@link CollectionInfo#config} or {@code collection_config} of a {@code .meta} file has it
     * @throws WrongShape if it is no reported config
     */
    public static CreateBody of(JsonNode config) {
        JsonNode params = config.path("params");
        if (!params.path("vectors").isObject()) {
            throw new WrongShape("config.params.vectors", "an object of vectors");
        }
        ObjectNode settings = QdrantJson.object();
        List<String> leftOut = new ArrayList<>();
        params.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                return; // what is not said is the server's default, which is what null reports
            }
            if (PARAMS.contains(field.getKey())) {
                settings.set(field.getKey(), field.getValue().deepCopy());
            } else {
                leftOut.add("params." + field.getKey());
            }
        });
        config.properties().forEach(section -> {
            String name = section.getKey();
            if (SECTIONS.containsKey(name)) {
                if (!section.getValue().isNull()) {
                    settings.set(SECTIONS.get(name), withoutNulls(section.getValue()));
                }
            } else if (!name.equals("params") && !name.equals(UUID)) {
                leftOut.add(name);
            }
        });
        return new CreateBody(settings, leftOut);
    }

    /** The same for a server of another shape: so many replicas a shard, and as many of them as must confirm a write. */
    public CreateBody withReplicas(int replicas) {
        if (replicas < 1) {
            throw new IllegalArgumentException("replicas: expected 1 or more, found " + replicas);
        }
        ObjectNode changed = settings.deepCopy();
        changed.put("replication_factor", replicas);
        changed.put(
                "write_consistency_factor",
                Math.min(replicas, settings.path("write_consistency_factor").asInt(1)));
        return new CreateBody(changed, leftOut);
    }

    /** Whether its shards are named by keys, which are to be created before there is any (case 40). */
    public boolean isCustomSharded() {
        return settings.path("sharding_method").asText().equals("custom");
    }

    private static JsonNode withoutNulls(JsonNode section) {
        if (!(section.deepCopy() instanceof ObjectNode object)) {
            return section.deepCopy();
        }
        object.properties().stream()
                .filter(field -> field.getValue().isNull())
                .map(Map.Entry::getKey)
                .toList()
                .forEach(object::remove);
        return object;
    }
}
