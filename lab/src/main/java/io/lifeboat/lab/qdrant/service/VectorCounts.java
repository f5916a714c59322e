package io.lifeboat.lab.qdrant.service;

import io.lifeboat.lab.qdrant.segment.Segment;
import io.lifeboat.lab.qdrant.store.Collection;
import io.lifeboat.lab.qdrant.store.CollectionConfig;
import io.lifeboat.lab.qdrant.store.Shard;
import io.lifeboat.lab.qdrant.store.ShardState;
import java.util.Map;
import java.util.TreeMap;

/** How many vectors of each name are kept. Those of deleted points count until their segment is written anew (case 24). */
final class VectorCounts {
    private VectorCounts() {}

    static Map<String, Long> of(Collection collection) {
        Map<String, Long> counts = new TreeMap<>();
        for (Shard shard : collection.shards()) {
            if (shard.state() instanceof ShardState.Local) {
                of(collection.config(), shard).forEach((name, count) -> counts.merge(name, count, Long::sum));
            }
        }
        return counts;
    }

    static Map<String, Long> of(CollectionConfig config, Shard shard) {
        Map<String, Long> counts = new TreeMap<>();
        shard.segments()
                .list()
                .forEach(segment -> of(config, segment).forEach((name, count) -> counts.merge(name, count, Long::sum)));
        return counts;
    }

    static Map<String, Long> of(CollectionConfig config, Segment segment) {
        Map<String, Long> counts = new TreeMap<>();
        long deleted = (long) segment.places() - segment.size();
        config.dense().keySet().forEach(name -> counts.put(name, deleted));
        config.sparse().forEach(name -> counts.put(name, 0L));
        segment.points().forEach(point -> point.vectors().keySet().forEach(name -> counts.merge(name, 1L, Long::sum)));
        return counts;
    }
}
