package io.lifeboat.qdrant.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.qdrant.answer.WrongShape;
import java.util.Map;
import java.util.TreeMap;

/**
 * The segments of a shard and the versions of their files. A version grows with the operations applied, so the greatest one tells
 * how far a copy is behind.
 *
 * @param json as the node wrote it: what it takes back when the changes since are asked for
 */
public record Manifest(JsonNode json) {

    public Manifest {
        if (!json.isObject()) {
            throw new WrongShape("result", "an object of segments");
        }
        json.properties().forEach(segment -> {
            if (!segment.getValue().path("segment_version").isIntegralNumber()) {
                throw new WrongShape("result." + segment.getKey() + ".segment_version", "an integer");
            }
        });
    }

    /** Segment id to version. */
    public Map<String, Long> versions() {
        Map<String, Long> versions = new TreeMap<>();
        json.properties()
                .forEach(segment -> versions.put(
                        segment.getKey(),
                        segment.getValue().path("segment_version").longValue()));
        return versions;
    }

    /** The last operation that any segment has; 0 where there is none. */
    public long newest() {
        return versions().values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** Whether both have the same segments with the same versions of the same files, in whatever order they are written. */
    public boolean isEqualTo(Manifest other) {
        return json.equals(other.json);
    }
}
